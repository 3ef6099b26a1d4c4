import FoundationEssentials
import SourceText

/// The files of an ontology on disk.
enum TableFiles {
  /// Tables that stand in a directory but that no module reads; a slip in a file's name, most likely.
  static func strangers(in directory: String) -> [Diagnostic] {
    let known = TableSchema.all.map(\.fileName) + TableSchema.othersFiles + ["sources.tsv"]
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return names.sorted().filter { $0.hasSuffix(".tsv") && !known.contains($0) }.map { name in
      Diagnostic(
        file: directory + "/" + name, problem: "nothing reads a table of this name",
        remedy: (Spelling.nearest(to: name, among: known).map { "Nearest: \($0). " } ?? "")
          + "The tables are \(known.sorted().joined(separator: ", ")).")
    }
  }

  static func isDirectory(_ path: String) -> Bool {
    var isDirectory = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
  }

  /// The bytes of a file; nil when there is none.
  /// - Throws: `Diagnostic` when it exists and can't be read.
  static func contents(_ path: String) throws -> Data? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      return try Data(contentsOf: URL(filePath: path))
    } catch {
      throw Diagnostic(
        .noInput, file: path, problem: "the table can't be read",
        remedy: "Make it a readable file.")
    }
  }
}

extension TablePool {
  /// Reads every table of the directories, later ones over earlier ones; faults are collected.
  init(reading directories: [String]) {
    self.init(TableSchema.all)
    var found = Array(repeating: 0, count: tables.count)
    for directory in directories {
      guard TableFiles.isDirectory(directory) else {
        reportLost(
          Diagnostic(
            .noInput, file: directory, problem: "there is no such directory",
            remedy: "Name a directory with the ontology's tables."))
        continue
      }
      let before = found
      for (number, schema) in TableSchema.all.enumerated() {
        let path = directory + "/" + schema.fileName
        do {
          guard let contents = try TableFiles.contents(path) else { continue }
          found[number] += 1
          read(contents, of: path, into: number)
        } catch let fault as Diagnostic {
          reportLost(fault)
        } catch {}
      }
      if found == before,
        !TableSchema.othersFiles.contains(where: {
          FileManager.default.fileExists(atPath: directory + "/" + $0)
        })
      {
        report(
          Diagnostic(
            .noInput, file: directory, problem: "the directory has no table of the ontology",
            remedy: "The tables are "
              + (TableSchema.all.map(\.fileName) + TableSchema.othersFiles).joined(separator: ", ")
              + "."))
      }
    }
    guard found.contains(where: { $0 > 0 }) else { return }
    for (number, schema) in TableSchema.all.enumerated() where found[number] == 0 {
      reportLost(
        Diagnostic(
          .noInput, file: directories.first ?? ".", problem: "\(schema.fileName) is missing",
          remedy: "Put the whole ontology first, and directories that add to it after."))
    }
  }
}
