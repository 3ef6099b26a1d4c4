import CEncoderKernels
public import SourceText

/// The weights of an encoder: named sections of numbers, and lists of labels, in one file.
///
/// Layout, little-endian: 8 bytes `SGWEIGHT`; version (4 bytes); length of the table (4); length of the
/// file (8); checksum of all from byte 64 (4); zeros up to byte 64. Then the table, a line for each
/// section: name, type (`int8`, `int32`, `uint32`, `float32`, `text`), shape (`1536,384`), offset and
/// length in bytes, with tabs between. Sections begin at multiples of 64. `training/export.py` writes it.
public final class WeightsFile: Sendable {
  static let version: UInt32 = 1
  private static let head = 64

  private struct Section: Sendable {
    var type: String
    var shape: [Int]
    var bytes: Range<Int>
  }

  private let file: MappedFile
  private let sections: [String: Section]

  public var path: String { file.path }
  /// Tells one file of weights from another.
  public let checksum: UInt32

  /// - Throws: `Diagnostic` if the file is missing, cut short, changed or of another version.
  public init(_ path: String) throws {
    let file = try MappedFile(path)
    let bytes = file.bytes
    func broken(_ problem: String) -> Diagnostic {
      Diagnostic(file: path, problem: problem, remedy: Self.remedy(path))
    }
    guard bytes.count >= Self.head else {
      throw broken("cut short: \(bytes.count) bytes, less than the head of a weights file")
    }
    guard bytes.prefix(8).elementsEqual("SGWEIGHT".utf8) else {
      throw broken("this is no weights file (its first bytes are not SGWEIGHT)")
    }
    func number<T: FixedWidthInteger & BitwiseCopyable>(at offset: Int, _: T.Type) -> T {
      T(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: T.self))
    }
    let version = number(at: 8, UInt32.self)
    guard version == Self.version else {
      throw broken("weights of version \(version); this program reads version \(Self.version)")
    }
    let length = number(at: 16, UInt64.self)
    guard length == UInt64(bytes.count) else {
      throw broken("cut short or added to: \(bytes.count) bytes, where its head says \(length)")
    }
    let body = UnsafeRawBufferPointer(rebasing: bytes[Self.head...])
    let sum = body.withMemoryRebound(to: UInt8.self) { sg_checksum($0.baseAddress, $0.count) }
    guard sum == number(at: 24, UInt32.self) else {
      throw broken("damaged: its checksum is not the one in its head")
    }
    let table = Self.head + Int(number(at: 12, UInt32.self))
    guard table <= bytes.count else { throw broken("damaged: its table is longer than the file") }
    var sections: [String: Section] = [:]
    for line in String(decoding: bytes[Self.head..<table], as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 5, let offset = Int(cells[3]), let count = Int(cells[4]),
        offset >= table, offset % 64 == 0, count > 0, count <= bytes.count - offset
      else { throw broken("damaged: it has no section as its table says: \(line)") }
      sections[String(cells[0])] = Section(
        type: String(cells[1]), shape: cells[2].split(separator: ",").compactMap { Int($0) },
        bytes: offset..<(offset + count))
    }
    self.file = file
    checksum = sum
    self.sections = sections
  }

  static func remedy(_ path: String) -> String {
    "Install StanceGraph again, or make the file anew: "
      + "python training/export.py --model training/out --data DATA --to \(path)"
  }

  /// What a caller says of a file whose parts don't fit together.
  public func broken(_ problem: String) -> Diagnostic {
    Diagnostic(file: path, problem: problem, remedy: Self.remedy(path))
  }

  private func section(_ name: String, _ type: String, shape: [Int]?) throws -> Section {
    guard let section = sections[name] else { throw broken("it has no section \(name)") }
    guard section.type == type else {
      throw broken("section \(name) is \(section.type), where \(type) is read")
    }
    if let shape, section.shape != shape {
      throw broken("section \(name) has the shape \(section.shape), not \(shape)")
    }
    return section
  }

  private func array<T: BitwiseCopyable & Sendable>(
    _ name: String, _ type: String, shape: [Int]?, of: T.Type
  ) throws -> MappedArray<T> {
    let section = try section(name, type, shape: shape)
    let size = MemoryLayout<T>.stride
    let count = section.shape.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[section.bytes])
      .assumingMemoryBound(to: T.self)
    guard section.shape.allSatisfy({ $0 > 0 }), count > 0, section.bytes.count == count * size,
      let start = bytes.baseAddress
    else { throw broken("section \(name) has \(section.bytes.count) bytes for \(section.shape)") }
    return MappedArray(file: file, start: start, count: count)
  }

  /// The floats of a section; nil as shape takes any.
  public func floats(_ name: String, shape: [Int]?) throws -> MappedArray<Float> {
    try array(name, "float32", shape: shape, of: Float.self)
  }

  public func bytes(_ name: String, shape: [Int]?) throws -> MappedArray<Int8> {
    try array(name, "int8", shape: shape, of: Int8.self)
  }

  public func integers(_ name: String, shape: [Int]?) throws -> MappedArray<Int32> {
    try array(name, "int32", shape: shape, of: Int32.self)
  }

  public func naturals(_ name: String, shape: [Int]?) throws -> MappedArray<UInt32> {
    try array(name, "uint32", shape: shape, of: UInt32.self)
  }

  /// The UTF-8 bytes of a text.
  public func text(_ name: String) throws -> MappedArray<UInt8> {
    try array(name, "text", shape: nil, of: UInt8.self)
  }

  /// The lines of a text.
  public func lines(_ name: String) throws -> [String] {
    String(decoding: try text(name), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
