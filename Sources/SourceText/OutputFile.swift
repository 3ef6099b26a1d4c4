#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file being written: it appears under its name whole, or not at all.
///
/// The bytes go to a temporary file in the same folder, which `finish()` renames; where that is
/// never reached, the temporary file goes away with the value, and a file that stood there before
/// stays as it was. `-` is standard output. A device or a pipe is written to directly.
///
///     let output = try OutputFile("out/graph.dot")
///     try output.write(Array("digraph {}\n".utf8))
///     try output.finish()
///
/// A reader of standard output or of a pipe that closes it (`| head`) is no error: what follows is
/// dropped, and `isClosed` says so.
public final class OutputFile {
  /// The path as given, for messages.
  public let path: String
  /// Whether the reader at the other end of a pipe has gone, so that writing more is of no use.
  public private(set) var isClosed = false

  private var descriptor: Int32
  /// Where the bytes go until the end, and where they end; nil where they go there directly.
  private var renaming: (from: String, to: String)?
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 16

  /// Opens `path` for writing; `-` is standard output.
  ///
  /// A new file has the permissions that the umask leaves, one that is replaced keeps its own; a
  /// link is followed.
  /// - Throws: `Diagnostic` of kind `.inputOutput` where nothing can be written there.
  public init(_ path: String) throws(Diagnostic) {
    self.path = path
    if path == "-" {
      // The default action would end the program before it could report success.
      signal(SIGPIPE, SIG_IGN)
      descriptor = STDOUT_FILENO
      return
    }
    var status = stat()
    let exists = stat(path, &status) == 0
    let type = status.st_mode & S_IFMT
    if exists, type == S_IFDIR {
      throw Self.failure(EISDIR, path)
    }
    if exists, type != S_IFREG {
      signal(SIGPIPE, SIG_IGN)
      descriptor = try Self.open(path, O_WRONLY | O_CLOEXEC, path)
      return
    }
    let target = exists ? Self.resolved(path) : path
    let temporary = try Self.openTemporary(beside: target, path)
    descriptor = temporary.descriptor
    renaming = (temporary.name, target)
    if exists {
      // Where this is refused, the umask's permissions are no worse than those of a new file.
      _ = fchmod(descriptor, status.st_mode & 0o777)
    }
  }

  deinit { abandon() }

  /// Writes `bytes` after those before.
  /// - Throws: `Diagnostic` of kind `.inputOutput`; the temporary file is then gone.
  public func write(_ bytes: some Sequence<UInt8>) throws(Diagnostic) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes `text` in UTF-8.
  public func write(_ text: String) throws(Diagnostic) { try write(text.utf8) }

  /// Hands what was written so far to the system, which standard output needs where a reader waits
  /// for a line.
  public func flush() throws(Diagnostic) {
    let pending = buffer
    buffer.removeAll(keepingCapacity: true)
    guard descriptor >= 0, !isClosed else { return }
    var sent = 0
    while sent < pending.count {
      let count = pending.withUnsafeBytes { bytes in
        Self.write(descriptor, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
      }
      if count >= 0 {
        sent += count
      } else if errno == EPIPE {
        isClosed = true
        return
      } else if errno != EINTR {
        let code = errno
        abandon()
        throw Self.failure(code, path)
      }
    }
  }

  /// Ends the file: only now does it stand under its name, and it is on the disk.
  /// - Throws: `Diagnostic` of kind `.inputOutput`; nothing of the file is then left.
  public func finish() throws(Diagnostic) {
    guard descriptor >= 0 else { return }
    try flush()
    guard let (temporary, target) = renaming else {
      if descriptor != STDOUT_FILENO { _ = close(descriptor) }
      descriptor = -1
      return
    }
    // A full disk may show only here, so the rename comes after both.
    if fsync(descriptor) != 0, errno != EINVAL { try giveUp() }
    let closed = close(descriptor)
    descriptor = -1
    if closed != 0 { try giveUp() }
    if rename(temporary, target) != 0 { try giveUp() }
    renaming = nil
  }

  private func giveUp() throws(Diagnostic) {
    let code = errno
    abandon()
    throw Self.failure(code, path)
  }

  private func abandon() {
    if descriptor >= 0, descriptor != STDOUT_FILENO { _ = close(descriptor) }
    descriptor = -1
    if let temporary = renaming?.from { _ = unlink(temporary) }
    renaming = nil
    buffer = []
  }
}

extension OutputFile {
  /// Writes a whole file.
  /// - Throws: `Diagnostic` of kind `.inputOutput`; a file that stood there before is then as it was.
  public static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(Diagnostic) {
    let output = try OutputFile(path)
    try output.write(bytes)
    try output.finish()
  }

  /// Writes a whole file in UTF-8.
  public static func write(_ text: String, to path: String) throws(Diagnostic) {
    try write(text.utf8, to: path)
  }

  /// Makes a folder and those above it, where they are not there yet.
  /// - Throws: `Diagnostic` of kind `.inputOutput` where that can't be.
  public static func makeFolder(_ path: String) throws(Diagnostic) {
    var parents: [String] = []
    var rest = path[...]
    while rest.count > 1, rest.last == "/" { rest.removeLast() }
    while !rest.isEmpty, rest != "/" {
      parents.append(String(rest))
      guard let slash = rest.lastIndex(of: "/") else { break }
      rest = rest[..<slash]
      while rest.count > 1, rest.last == "/" { rest.removeLast() }
    }
    for folder in parents.reversed() {
      if mkdir(folder, 0o777) == 0 || errno == EEXIST { continue }
      // `mkdir` says EROFS or EACCES of a folder that is there, too.
      var status = stat()
      let code = errno
      if stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { continue }
      throw failure(code, path)
    }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw failure(ENOTDIR, path)
    }
  }
}

extension OutputFile {
  private static func open(_ file: String, _ flags: Int32, _ path: String) throws(Diagnostic)
    -> Int32
  {
    while true {
      #if canImport(Glibc)
        let descriptor = Glibc.open(file, flags, 0o666)
      #else
        let descriptor = Musl.open(file, flags, 0o666)
      #endif
      if descriptor >= 0 { return descriptor }
      if errno != EINTR { throw failure(errno, path) }
    }
  }

  private static func write(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    guard let bytes else { return 0 }
    #if canImport(Glibc)
      return Glibc.write(descriptor, bytes, count)
    #else
      return Musl.write(descriptor, bytes, count)
    #endif
  }

  /// The file that a link leads to, so that the link stays.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// `.graph.dot.1234-0.tmp`: hidden, in the same folder, so that the rename stays on one disk.
  private static func openTemporary(beside target: String, _ path: String) throws(Diagnostic)
    -> (descriptor: Int32, name: String)
  {
    var folder = ""
    var name = target[...]
    if let slash = target.lastIndex(of: "/") {
      folder = String(target[...slash])
      name = target[target.index(after: slash)...]
    }
    // A name may have 255 bytes.
    let stem = String(decoding: name.utf8.prefix(200), as: UTF8.self)
    var number = 0
    while true {
      let candidate = "\(folder).\(stem).\(getpid())-\(number).tmp"
      var status = stat()
      if lstat(candidate, &status) != 0 {
        do {
          let descriptor = try open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, path)
          return (descriptor, candidate)
        } catch  where errno == EEXIST && number < 1000 {
          // Somebody was faster.
        }
      }
      number += 1
    }
  }

  private static func failure(_ code: Int32, _ path: String) -> Diagnostic {
    let name = path == "-" ? "standard output" : path
    let (problem, remedy) =
      switch code {
      case ENOSPC, EDQUOT:
        ("the disk is full", "Free some space, or write to another disk.")
      case EFBIG:
        ("the file would be larger than this system allows", "Raise the limit (ulimit -f).")
      case EACCES, EPERM:
        (
          "no permission to write here",
          "Give another path, or change the permissions of its folder."
        )
      case EROFS:
        ("the disk is read-only", "Give a path on another disk.")
      case EISDIR:
        ("this is a folder, not a file", "Give the name of a file in it.")
      case ENOTDIR:
        (
          "a file stands where its folder should be",
          "Give another path, or move that file away."
        )
      case ENOENT:
        ("its folder is not there", "Make the folder first, or give another path.")
      case EMFILE, ENFILE:
        ("too many files are open", "Raise the limit (ulimit -n), or lower --jobs.")
      default:
        ("can't write: \(message(code))", "Give another path, or look after the disk.")
      }
    return Diagnostic(.inputOutput, file: name, problem: problem, remedy: remedy)
  }

  private static func message(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
