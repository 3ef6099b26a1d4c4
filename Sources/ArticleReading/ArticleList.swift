public import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The files that a user's paths lead to, in the order of the paths, those of a folder sorted by
/// the bytes of their relative paths.
///
/// Folders are read to any depth; links in them are not followed. A file reached twice is listed
/// once. In a folder, only files with an extension of `articleFormats` count, and neither hidden
/// ones, nor such as `README.txt`, nor what `build` wrote there; a file named by itself is always
/// listed.
public struct ArticleList: Sendable {
  /// A file to be read, or why there is none.
  public enum Entry: Sendable, Hashable {
    /// - Parameters:
    ///   - path: to open it by; `-` is standard input.
    ///   - name: what the document is called, if the file doesn't say.
    case file(path: String, name: String)
    case problem(Diagnostic)
  }

  public private(set) var entries: [Entry] = []

  /// Looks for the files; opens none.
  /// - Parameter paths: files, folders, and `-` for standard input.
  public init(_ paths: [String]) {
    var seen: Set<String> = []
    for path in paths {
      if path == "-" {
        if seen.insert("-").inserted { entries.append(.file(path: "-", name: "stdin")) }
        continue
      }
      var status = stat()
      guard let real = Self.realPath(path), stat(path, &status) == 0 else {
        entries.append(.problem(InputFile.unreadable(path, errno)))
        continue
      }
      guard status.st_mode & S_IFMT == S_IFDIR else {
        if seen.insert(real).inserted {
          entries.append(.file(path: path, name: Self.lastComponent(path)))
        }
        continue
      }
      addFolder(path, real: real, seen: &seen)
    }
  }

  private mutating func addFolder(_ path: String, real: String, seen: inout Set<String>) {
    var found: [String] = []
    var problems: [Diagnostic] = []
    var folders = [""]
    while let folder = folders.popLast() {
      let place = folder.isEmpty ? path : Self.joined(path, folder)
      guard let handle = opendir(place) else {
        problems.append(InputFile.unreadable(place, errno))
        continue
      }
      defer { closedir(handle) }
      var names: [String] = []
      while let entry = readdir(handle) {
        guard let name = Self.name(of: entry) else {
          problems.append(Self.unnamed(place))
          continue
        }
        names.append(name)
      }
      let outputs = Self.outputs.isSubset(of: names) ? Self.outputs.union(["texts"]) : []
      for name in names where !name.hasPrefix(".") && !outputs.contains(name) {
        let relative = folder.isEmpty ? name : folder + "/" + name
        var status = stat()
        guard lstat(Self.joined(path, relative), &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          folders.append(relative)
        } else if status.st_mode & S_IFMT == S_IFREG, Self.isArticle(name) {
          found.append(relative)
        }
      }
    }
    found.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    problems.sort { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    entries += problems.map { .problem($0) }
    if found.isEmpty, problems.isEmpty { entries.append(.problem(Self.noArticles(path))) }
    for relative in found where seen.insert(Self.joined(real, relative)).inserted {
      entries.append(.file(path: Self.joined(path, relative), name: relative))
    }
  }

  private static func isArticle(_ name: String) -> Bool {
    let ending = InputFile.fileExtension(of: name)
    guard articleFormats.contains(where: { $0.fileExtensions.contains(ending) }) else {
      return false
    }
    let stem = name.dropLast(ending.count + 1).lowercased()
    return !otherNames.contains(stem)
  }

  /// What `build` writes into one folder; read as articles, a graph would feed on itself.
  private static let outputs: Set<String> = ["graph.graphml", "statements.jsonl"]

  /// Names of files that lie beside articles and are none.
  private static let otherNames: Set<String> = [
    "readme", "license", "licence", "copying", "copyright", "notice", "authors", "contributors",
    "changelog", "changes", "robots", "requirements", "cmakelists", "manifest",
  ]

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
    withUnsafePointer(to: &entry.pointee.d_name) { name in
      name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) {
        String(validatingCString: $0)
      }
    }
  }

  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private static func lastComponent(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func noArticles(_ path: String) -> Diagnostic {
    let endings = articleFormats.flatMap { $0.fileExtensions }.map { "." + $0 }.sorted()
    return Diagnostic(
      .noInput, file: path, problem: "no articles in this folder",
      remedy: "Articles end in one of \(endings.joined(separator: " ")); "
        + "name a file of another kind by itself.")
  }

  private static func unnamed(_ folder: String) -> Diagnostic {
    Diagnostic(
      file: folder, problem: "a file in this folder has a name that is not UTF-8",
      remedy: "Rename it.")
  }
}
