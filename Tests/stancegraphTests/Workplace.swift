import Foundation
import StanceOntology
import StanceTestSupport
import Testing

/// What one run of the program gave.
struct Outcome {
  var status: Int32
  var output: String
  var errors: String
}

/// A new folder for one test, and the program run in it; it goes away with the value.
final class Workplace {
  let folder: URL

  init() throws { folder = try OutsideTools.temporaryFolder() }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The program that was built with these tests: it stands beside them.
  static let program = URL(fileURLWithPath: ResourceLocator.executable ?? CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("stancegraph").path

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// Every file under a folder of this place, hidden ones too, sorted.
  func files(in name: String = ".") -> [String] {
    let root = folder.appendingPathComponent(name).path
    var isFolder: ObjCBool = false
    return (FileManager.default.subpaths(atPath: root) ?? []).filter {
      FileManager.default.fileExists(atPath: root + "/" + $0, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// Runs the program here.
  @discardableResult
  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    try start(Self.program, arguments, input: input, environment: environment)
  }

  /// Runs a line of the shell here, in which `stancegraph` is the program.
  @discardableResult
  func shell(_ line: String) throws -> Outcome {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let folder = URL(fileURLWithPath: Self.program).deletingLastPathComponent().path
    return try start("/bin/sh", ["-c", line], environment: ["PATH": "\(folder):\(path)"])
  }

  private func start(
    _ program: String, _ arguments: [String], input: String = "", environment: [String: String]
  ) throws -> Outcome {
    // Files in place of pipes: a full pipe would hold the program up. They stand outside the folder.
    let streams = try OutsideTools.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: streams) }
    let names = ["in", "out", "err"].map { streams.appendingPathComponent($0) }
    for (name, contents) in zip(names, [input, "", ""]) { try Data(contents.utf8).write(to: name) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("STANCEGRAPH_") }
    variables.merge(environment) { _, new in new }
    process.environment = variables
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
  }
}

/// The files under `articles/` of the repository.
let sampleArticles: [String] = {
  let folder = repositoryRoot + "/articles"
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  return names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".html") }.sorted()
    .map { folder + "/" + $0 }
}()

/// An article with three statements, a quotation, and nothing that could be read in two ways.
let shortArticle = """
  Norway opposes the plan.
  Germany supports the sanctions against Russia.
  “We oppose Ukraine’s membership of NATO,” Vladimir Putin said in Moscow.

  """
