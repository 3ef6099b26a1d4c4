import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file's bytes, mapped into memory and never written: processes share one copy of them.
final class MappedFile: @unchecked Sendable {
  let path: String
  let bytes: UnsafeRawBufferPointer

  init(_ path: String) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      let reason = String(cString: strerror(errno))
      throw Diagnostic(
        .unavailable, file: path, problem: "the encoder's weights can't be opened: \(reason)",
        remedy: WeightsFile.remedy(path))
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
      throw Diagnostic(
        file: path, problem: "the encoder's weights are empty or no file",
        remedy: WeightsFile.remedy(path))
    }
    let size = Int(status.st_size)
    guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), address != MAP_FAILED
    else {
      let reason = String(cString: strerror(errno))
      throw Diagnostic(
        .inputOutput, file: path, problem: "the file can't be mapped into memory: \(reason)",
        remedy: "Free some memory, or raise the limit on it (ulimit -v).")
    }
    self.path = path
    bytes = UnsafeRawBufferPointer(start: address, count: size)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}

/// The numbers of one section of a weights file, in the mapped memory itself.
public struct MappedArray<Element: BitwiseCopyable & Sendable>: RandomAccessCollection,
  @unchecked Sendable
{
  private let file: MappedFile
  let buffer: UnsafeBufferPointer<Element>
  /// The first element; a section is never empty.
  let start: UnsafePointer<Element>

  init(file: MappedFile, start: UnsafePointer<Element>, count: Int) {
    self.file = file
    self.start = start
    buffer = UnsafeBufferPointer(start: start, count: count)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { buffer.count }

  public subscript(index: Int) -> Element {
    precondition(index >= 0 && index < buffer.count, "\(index) of \(buffer.count) elements")
    return buffer[index]
  }
}
