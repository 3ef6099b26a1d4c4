import CEncoderKernels
import Foundation
import SourceText
import Testing

@testable import EncoderTensors

@Suite struct WeightsFileTests {
  /// A weights file with two sections, made as `training/export.py` makes it.
  private func bytes(version: UInt32 = 1) -> [UInt8] {
    let table = "numbers\tfloat32\t2,2\t128\t16\nlabels\ttext\t7\t192\t7\n"
    var out = [UInt8](repeating: 0, count: 256)
    func put(_ bytes: some Collection<UInt8>, at offset: Int) {
      out.replaceSubrange(offset..<(offset + bytes.count), with: bytes)
    }
    func put(_ number: some FixedWidthInteger, at offset: Int) {
      put(withUnsafeBytes(of: number.littleEndian) { Array($0) }, at: offset)
    }
    put(Array("SGWEIGHT".utf8), at: 0)
    put(version, at: 8)
    put(UInt32(table.utf8.count), at: 12)
    put(UInt64(out.count), at: 16)
    put(Array(table.utf8), at: 64)
    for (i, value) in [Float(1), 2, 3, -0.5].enumerated() { put(value.bitPattern, at: 128 + 4 * i) }
    put(Array("one\ntwo".utf8), at: 192)
    put(sg_checksum(Array(out[64...]), out.count - 64), at: 24)
    return out
  }

  private func file(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).sgw").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  private func problem(_ bytes: [UInt8]) throws -> Diagnostic? {
    var found: Diagnostic?
    try file(bytes) { path in
      do { _ = try WeightsFile(path) } catch let error as Diagnostic {
        #expect(error.file == path)
        #expect(
          error.remedy.contains("training/export.py --model training/out --data DATA --to \(path)"))
        found = error
      }
    }
    return found
  }

  @Test func `sections are read by name, type and shape`() throws {
    try file(bytes()) { path in
      let weights = try WeightsFile(path)
      #expect(Array(try weights.floats("numbers", shape: [2, 2])) == [1, 2, 3, -0.5])
      #expect(try weights.lines("labels") == ["one", "two"])
      #expect(throws: weights.broken("it has no section other")) {
        try weights.floats("other", shape: nil)
      }
      #expect(throws: weights.broken("section numbers is float32, where int8 is read")) {
        try weights.bytes("numbers", shape: nil)
      }
      #expect(throws: weights.broken("section numbers has the shape [2, 2], not [4]")) {
        try weights.floats("numbers", shape: [4])
      }
    }
  }

  @Test(arguments: [0, 3, 63, 64, 130, 255])
  func `a file cut short is refused`(count: Int) throws {
    let problem = try #require(try problem(Array(bytes().prefix(count)))?.problem)
    #expect(problem.contains(count == 0 ? "empty" : "cut short"))
  }

  @Test func `a changed byte is noticed anywhere`() throws {
    for place in [64, 127, 128, 143, 200, 255] {
      var changed = bytes()
      changed[place] ^= 0x10
      let problem = try problem(changed)?.problem
      #expect(problem == "damaged: its checksum is not the one in its head")
    }
  }

  @Test func `another version and another kind of file are told apart`() throws {
    #expect(
      try problem(bytes(version: 9))?.problem
        == "weights of version 9; this program reads version 1")
    let text = Array(String(repeating: "An article. ", count: 20).utf8)
    #expect(
      try problem(text)?.problem
        == "this is no weights file (its first bytes are not SGWEIGHT)")
  }

  @Test func `a missing file and a folder are named`() throws {
    let missing = try #require(
      #expect(throws: Diagnostic.self) { try WeightsFile("/no/such/encoder.sgw") })
    #expect(missing.kind == .unavailable)
    #expect(
      missing.problem == "the encoder's weights can't be opened: No such file or directory")
    #expect(throws: Diagnostic.self) { try WeightsFile("/") }
  }
}
