public import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An open file, or standard input, read from its beginning to its end.
public final class InputFile {
  /// The path as given, `-` for standard input; for messages.
  public let path: String
  /// What the article is called where it doesn't say: the path relative to the folder named.
  public let name: String
  /// `html` of `a/Page.HTML`; empty where there is none.
  public let fileExtension: String
  /// The first bytes, at most 4,096, for finding out what kind of file it is.
  public private(set) var head: [UInt8] = []

  public var isStandardInput: Bool { path == "-" }

  private var descriptor: Int32
  /// What was read and not yet handed out.
  private var buffer: [UInt8] = []
  private var position = 0
  private var atEnd = false
  private static let chunkSize = 1 << 16

  /// Opens a file for reading; `-` is standard input.
  /// - Throws: `Diagnostic` of kind `.noInput` where it is not there or may not be read.
  public init(path: String, name: String) throws(Diagnostic) {
    self.path = path
    self.name = name
    fileExtension = Self.fileExtension(of: path)
    descriptor = path == "-" ? STDIN_FILENO : -1
    if path != "-" {
      repeat {
        descriptor = Self.open(path)
      } while descriptor < 0 && errno == EINTR
      if descriptor < 0 { throw Self.unreadable(path, errno) }
    }
    while buffer.count < 4096, !atEnd { try fill() }
    head = Array(buffer.prefix(4096))
  }

  deinit {
    if descriptor >= 0, descriptor != STDIN_FILENO { _ = close(descriptor) }
  }

  /// All that was not yet read.
  /// - Throws: `Diagnostic` of kind `.badData` above `limit` bytes, `.inputOutput` where reading fails.
  public func readAll(limit: Int) throws(Diagnostic) -> [UInt8] {
    if let size = regularSize, size > limit { throw Self.tooLarge(path, limit) }
    while !atEnd {
      if buffer.count - position > limit { throw Self.tooLarge(path, limit) }
      try fill()
    }
    guard buffer.count - position <= limit else { throw Self.tooLarge(path, limit) }
    let rest = position == 0 ? buffer : Array(buffer[position...])
    buffer = []
    position = 0
    return rest
  }

  /// The next line without its line feed; nil at the end. A line above `limit` bytes is passed over
  /// and comes as its first `limit` bytes, with `isWhole` false.
  /// - Throws: `Diagnostic` of kind `.inputOutput` where reading fails.
  func readLine(limit: Int) throws(Diagnostic) -> (bytes: [UInt8], isWhole: Bool)? {
    var line: [UInt8] = []
    var isWhole = true
    var found = false
    while true {
      if position == buffer.count {
        buffer.removeAll(keepingCapacity: true)
        position = 0
        if !atEnd { try fill() }
        if buffer.isEmpty { return found ? (line, isWhole) : nil }
      }
      found = true
      let rest = buffer[position...]
      let end = rest.firstIndex(of: 0x0A) ?? buffer.count
      let part = buffer[position..<end]
      let room = limit - line.count
      if part.count > room { isWhole = false }
      line.append(contentsOf: part.prefix(room))
      position = Swift.min(end + 1, buffer.count)
      if end < buffer.count { return (line, isWhole) }
      position = buffer.count
    }
  }

  private var regularSize: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  private func fill() throws(Diagnostic) {
    let old = buffer.count
    let wanted = Swift.max(Self.chunkSize, Swift.min(old, 1 << 22))
    buffer.append(contentsOf: repeatElement(0, count: wanted))
    var count: Int
    repeat {
      count = buffer.withUnsafeMutableBytes { bytes in
        read(descriptor, bytes.baseAddress.map { $0 + old }, wanted)
      }
    } while count < 0 && errno == EINTR
    buffer.removeLast(wanted - Swift.max(0, count))
    if count == 0 { atEnd = true }
    if count < 0 { throw Self.unreadable(path, errno) }
  }

  private static func open(_ path: String) -> Int32 {
    #if canImport(Glibc)
      return Glibc.open(path, O_RDONLY | O_CLOEXEC)
    #else
      return Musl.open(path, O_RDONLY | O_CLOEXEC)
    #endif
  }

  /// The part after the last full stop of the last component, in lower case; none in `.hidden`.
  static func fileExtension(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}

// MARK: Messages

extension InputFile {
  static func unreadable(_ path: String, _ code: Int32) -> Diagnostic {
    let name = displayName(path)
    switch code {
    case ENOENT, ENOTDIR:
      return Diagnostic(
        .noInput, file: name, problem: "no such file or folder",
        remedy: "Correct the path; a name with spaces goes in quotation marks.")
    case EACCES, EPERM:
      return Diagnostic(
        .noInput, file: name, problem: "no permission to read it",
        remedy: "Allow it (chmod +r, or +rx for a folder), or run as a user who may.")
    case EISDIR:
      return Diagnostic(
        .noInput, file: name, problem: "this is a folder, where a file was expected",
        remedy: "Give the files in it.")
    case ELOOP:
      return Diagnostic(
        .noInput, file: name, problem: "this link leads back to itself",
        remedy: "Give the file that it was meant to lead to.")
    case EMFILE, ENFILE:
      return Diagnostic(
        .inputOutput, file: name, problem: "too many files are open",
        remedy: "Raise the limit (ulimit -n), or lower --jobs.")
    default:
      let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
      return Diagnostic(
        .inputOutput, file: name, problem: "can't read it: \(reason)",
        remedy: "Copy the file to another disk and try again.")
    }
  }

  static func tooLarge(_ path: String, _ limit: Int) -> Diagnostic {
    if HTMLPage.fileExtensions.contains(fileExtension(of: path)) {
      return Diagnostic(
        .badData, file: displayName(path),
        problem: "more than \(limit >> 20) MB, too much for one page",
        remedy: "Save it without its pictures, or save its text only.")
    }
    return Diagnostic(
      .badData, file: displayName(path),
      problem: "more than \(limit >> 20) MB, too much for one article",
      remedy: "Split it into one file for each article, or into JSON Lines, an article a line.")
  }

  /// How messages name a path.
  static func displayName(_ path: String) -> String { path == "-" ? "stdin" : path }
}
