import Foundation
import Testing

@testable import SourceText

@Suite struct OutputFileTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/output-\(UUID().uuidString)"
    try OutputFile.makeFolder(folder)
  }

  private func contents() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  private func cleanUp() { try? FileManager.default.removeItem(atPath: folder) }

  @Test func `a file appears when it is finished, and only then`() throws {
    defer { cleanUp() }
    let output = try OutputFile("\(folder)/graph.dot")
    try output.write("digraph {")
    try output.flush()
    #expect(!FileManager.default.fileExists(atPath: "\(folder)/graph.dot"))
    try output.write("}\n")
    try output.finish()
    #expect(try text("graph.dot") == "digraph {}\n")
    #expect(try contents() == ["graph.dot"])
  }

  @Test func `a file that is never finished leaves what was there`() throws {
    defer { cleanUp() }
    try OutputFile.write("old", to: "\(folder)/graph.dot")
    do {
      let output = try OutputFile("\(folder)/graph.dot")
      try output.write(repeatElement(0x61, count: 200_000))
    }
    #expect(try text("graph.dot") == "old")
    #expect(try contents() == ["graph.dot"])
  }

  @Test func `a large file comes whole`() throws {
    defer { cleanUp() }
    let bytes = (0..<1_000_003).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try OutputFile.write(bytes, to: "\(folder)/large")
    #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/large")) == Data(bytes))
  }

  @Test func `a file that is replaced keeps its permissions`() throws {
    defer { cleanUp() }
    let path = "\(folder)/secret"
    try OutputFile.write("old", to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    try OutputFile.write("new", to: path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    #expect(try text("secret") == "new")
  }

  @Test func `a link stays and what it leads to is replaced`() throws {
    defer { cleanUp() }
    try OutputFile.write("old", to: "\(folder)/real")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/link", withDestinationPath: "\(folder)/real")
    try OutputFile.write("new", to: "\(folder)/link")
    #expect(try text("real") == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link")
        == "\(folder)/real")
  }

  @Test func `two writers of one name don't meet`() throws {
    defer { cleanUp() }
    let first = try OutputFile("\(folder)/x")
    let second = try OutputFile("\(folder)/x")
    try first.write("first")
    try second.write("second")
    try second.finish()
    try first.finish()
    #expect(try text("x") == "first")
    #expect(try contents() == ["x"])
  }

  @Test func `a name as long as names may be can be written`() throws {
    defer { cleanUp() }
    let name = String(repeating: "é", count: 127)
    try OutputFile.write("x", to: "\(folder)/\(name)")
    #expect(try contents() == [name])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a full disk is told with the remedy`() {
    defer { cleanUp() }
    #expect(
      throws: Diagnostic(
        .inputOutput, file: "/dev/full", problem: "the disk is full",
        remedy: "Free some space, or write to another disk.")
    ) { try OutputFile.write("x", to: "/dev/full") }
    #expect(FileManager.default.fileExists(atPath: "/dev/full"))
  }

  @Test func `a device is written to and not replaced`() throws {
    defer { cleanUp() }
    try OutputFile.write("x", to: "/dev/null")
    let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test func `a folder that is not there is told`() {
    defer { cleanUp() }
    let path = "\(folder)/none/x"
    #expect(
      throws: Diagnostic(
        .inputOutput, file: path, problem: "its folder is not there",
        remedy: "Make the folder first, or give another path.")
    ) { try OutputFile.write("x", to: path) }
  }

  @Test func `a folder can't be written as a file`() {
    defer { cleanUp() }
    let error = #expect(throws: Diagnostic.self) { try OutputFile.write("x", to: folder) }
    #expect(error?.problem == "this is a folder, not a file")
  }

  @Test func `a folder that may not be written is told`() throws {
    defer { cleanUp() }
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
    }
    // Root may write everywhere but in /proc.
    let path = FileManager.default.isWritableFile(atPath: folder) ? "/proc/x" : "\(folder)/x"
    let error = #expect(throws: Diagnostic.self) { try OutputFile.write("x", to: path) }
    #expect(error?.kind == .inputOutput)
    #expect(error?.file == path)
  }

  @Test func `a reader that goes away is no error`() throws {
    defer { cleanUp() }
    let path = "\(folder)/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let reader = open(path, O_RDONLY | O_NONBLOCK)
    let output = try OutputFile(path)
    try output.write("x")
    try output.flush()
    #expect(!output.isClosed)
    close(reader)
    try output.write("y")
    try output.flush()
    #expect(output.isClosed)
    try output.write("z")
    try output.finish()
  }

  @Test func `folders are made with those above them`() throws {
    defer { cleanUp() }
    for path in ["a/b/c", "a/b/c/", "a//b/d"] { try OutputFile.makeFolder("\(folder)/\(path)") }
    #expect(try contents() == ["a"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: "\(folder)/a/b").sorted() == ["c", "d"])
    try OutputFile.write("x", to: "\(folder)/file")
    let error = #expect(throws: Diagnostic.self) { try OutputFile.makeFolder("\(folder)/file/b") }
    #expect(error?.problem == "a file stands where its folder should be")
  }
}
