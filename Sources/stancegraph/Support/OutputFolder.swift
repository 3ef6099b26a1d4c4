import Foundation
import SourceText
import StanceExports
import StanceModel

/// The folder that `build` writes to; files of other programs stay as they are.
struct OutputFolder {
  private let folder: String
  private let force: Bool

  init(_ folder: String, force: Bool) {
    self.folder = folder
    self.force = force
  }

  func path(_ name: String) -> String { folder + "/" + name }

  /// - Throws: `Diagnostic` of kind `.outputExists` where one of the files is there and not ours.
  func check(_ names: [String]) throws {
    guard !force else { return }
    for name in names { try Self.checkFile(path(name), force: false) }
  }

  static func checkFile(_ path: String, force: Bool) throws {
    guard !force, let file = FileHandle(forReadingAtPath: path) else { return }
    defer { try? file.close() }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue { return }
    let head = (try? file.read(upToCount: 4096)) ?? Data()
    // Pictures of other kinds than SVG carry no mark; they are asked for by name.
    if ["png", "pdf"].contains(path.split(separator: ".").last.map { String($0) } ?? "") { return }
    guard !isOurs(Array(head)) else { return }
    throw Diagnostic(
      .outputExists, file: path, problem: "the file is there, and this program did not write it",
      remedy: "Choose another output, or write over it with --force.")
  }

  func make() throws { try OutputFile.makeFolder(folder) }

  func write(_ graph: StanceGraph, as exporter: some Exporter, to name: String) throws {
    var file = try OutputFile(path(name))
    try exporter.write(graph, to: &file)
    try file.finish()
  }

  /// The texts that the offsets count in, where they are not the bytes of a text file.
  func writeTexts(of documents: [DocumentRecord]) throws {
    let derived = documents.filter { !$0.document.hasSuffix(".txt") }
    guard !derived.isEmpty else { return }
    try OutputFile.makeFolder(path("texts"))
    for record in derived {
      try OutputFile.write(record.text, to: path("texts/\(Self.fileName(record.document)).txt"))
    }
  }

  /// A document's name as a file name: letters, digits, dots and hyphens stay, all else becomes `_`.
  static func fileName(_ document: String) -> String {
    String(document.unicodeScalars.map { scalar in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      return isPlain || ".-".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
    })
  }
}
