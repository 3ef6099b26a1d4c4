import Foundation
import SourceText
import StanceExports
import StanceModel

/// The folder that `build` writes to; files of other programs stay as they are.
///
/// Files appear under their names all together at the end, so that a disk that fills up on the way
/// leaves what stood there before.
struct OutputFolder {
  private let folder: String
  private let force: Bool
  private var pending: [OutputFile] = []

  init(_ folder: String, force: Bool) {
    self.folder = folder
    self.force = force
  }

  func path(_ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// - Throws: `Diagnostic` of kind `.outputExists` where one of the files is there and not ours.
  func check(_ names: [String]) throws {
    for name in names { try Self.checkFile(path(name), force: force) }
  }

  static func checkFile(_ path: String, force: Bool) throws {
    guard !force, isRegular(path), let file = FileHandle(forReadingAtPath: path) else { return }
    defer { try? file.close() }
    let head = (try? file.read(upToCount: 4096)) ?? Data()
    let length = (try? file.seekToEnd()) ?? 0
    try? file.seek(toOffset: length > 64 ? length - 64 : 0)
    let tail = (try? file.readToEnd()) ?? Data()
    guard !PictureMark.isOurs(head: Array(head), tail: Array(tail)) else { return }
    throw Diagnostic(
      .outputExists, file: path, problem: "the file is there, and this program did not write it",
      remedy: "Choose another output, or write over it with --force.")
  }

  /// A device or a pipe holds nothing that could be lost, and of a folder the writer will tell.
  private static func isRegular(_ path: String) -> Bool {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    return attributes?[.type] as? FileAttributeType == .typeRegular
  }

  func make() throws { try OutputFile.makeFolder(folder) }

  mutating func write(_ graph: StanceGraph, as exporter: some Exporter, to name: String) throws {
    var file = try OutputFile(path(name))
    try exporter.write(graph, to: &file)
    try add(file)
  }

  /// Writes every file of a format that has several.
  mutating func write(_ graph: StanceGraph, as exporter: some Exporter) throws {
    for part in type(of: exporter).parts {
      var file = try OutputFile(path(part))
      try exporter.write(graph, part: part, to: &file)
      try add(file)
    }
  }

  mutating func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    let file = try OutputFile(path(name))
    try file.write(bytes)
    try add(file)
  }

  /// A full disk shows here, while nothing has its name yet.
  private mutating func add(_ file: OutputFile) throws {
    try file.flush()
    pending.append(file)
  }

  /// Gives every file its name.
  mutating func finish() throws {
    for file in pending { try file.finish() }
    pending = []
  }

  /// Removes a file of an earlier run that would not fit the others; one that is not ours stays.
  func removeStale(_ name: String) {
    guard Self.isRegular(path(name)), (try? Self.checkFile(path(name), force: false)) != nil else {
      return
    }
    try? FileManager.default.removeItem(atPath: path(name))
  }

  /// The texts that the offsets count in, where they are not the bytes of a text file.
  mutating func writeTexts(of documents: [DocumentRecord]) throws {
    let derived = documents.filter { !$0.document.hasSuffix(".txt") }
    guard !derived.isEmpty else { return }
    try OutputFile.makeFolder(path("texts"))
    let names = FileNames.distinct(derived.map { FileNames.flat($0.document) }, ending: ".txt")
    for (record, name) in zip(derived, names) {
      try write(record.text.utf8, to: "texts/\(name)")
    }
  }
}
