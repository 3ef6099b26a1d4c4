import Dispatch
import Foundation
public import SourceText

/// The pictures that Graphviz makes.
public enum PictureFormat: String, Sendable, CaseIterable {
  case svg, png, pdf

  /// The format that a file name asks for by its ending.
  ///
  /// - Throws: `Diagnostic` of kind `.usage` that lists the endings there are.
  public init(path: String) throws(Diagnostic) {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    guard let format = Self(rawValue: ending) else {
      throw Diagnostic(
        .usage, file: path, problem: "no picture format has the ending '.\(ending)'",
        remedy: "End the name in one of: "
          + Self.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ") + ".")
    }
    self = format
  }
}

/// Runs Graphviz's `dot`, which does every layout.
public struct Graphviz: Sendable {
  /// The program's path.
  public let program: String
  /// Seconds after which a layout is given up.
  public var timeout: Double

  /// - Parameter timeout: In seconds.
  /// - Throws: `Diagnostic` of kind `.unavailable` where no `dot` is on the path.
  public init(timeout: Double = 120) throws(Diagnostic) {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    try self.init(searching: path, timeout: timeout)
  }

  /// - Parameter path: The folders to look in, separated by `:`.
  /// - Throws: `Diagnostic` of kind `.unavailable` where none of them has a `dot`.
  public init(searching path: String, timeout: Double = 120) throws(Diagnostic) {
    let places = path.split(separator: ":").map { "\($0)/dot" }
    guard
      let program = places.first(where: { place in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: place, isDirectory: &isFolder)
          && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: place)
      })
    else { throw Self.missing }
    self.program = program
    self.timeout = timeout
  }

  /// The picture of a graph.
  ///
  /// - Parameter dot: The graph in Graphviz's language; it names its own layout.
  /// - Throws: `Diagnostic`: `.failure` with Graphviz's own words, or after the timeout; `.inputOutput` where
  ///   the temporary folder is full.
  public func picture(of dot: String, format: PictureFormat) throws(Diagnostic) -> [UInt8] {
    let folder = try Self.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appendingPathComponent("graph.dot")
    let output = folder.appendingPathComponent("graph.\(format.rawValue)")
    let errors = folder.appendingPathComponent("errors")
    do {
      try Data(dot.utf8).write(to: input)
      try Data().write(to: errors)
    } catch {
      throw Self.temporary(folder.path, error)
    }
    // The size is in inches: enough dots to read small labels in print.
    let resolution = format == .png ? ["-Gdpi=192"] : []
    let status = try run(
      ["-T\(format.rawValue)"] + resolution + ["-o", output.path, input.path], errors: errors)
    // A picture may be there although Graphviz complained: of a font, or a label it could not read.
    guard status == 0, let picture = try? Data(contentsOf: output), !picture.isEmpty else {
      let words = (try? Data(contentsOf: errors)).map { String(decoding: $0, as: UTF8.self) } ?? ""
      throw Self.failed(status, words)
    }
    return format == .pdf ? Self.withoutTime([UInt8](picture)) : [UInt8](picture)
  }

  /// A PDF with a fixed time of creation in place of the present, which Graphviz 2 writes whatever it is told:
  /// equal graphs give equal files.
  private static func withoutTime(_ pdf: [UInt8]) -> [UInt8] {
    let key = Array("/CreationDate (D:".utf8)
    let time = Array("19700101000000".utf8)
    // It stands in the last object.
    guard let first = key.first,
      let start = pdf.indices.last(where: { index in
        pdf[index] == first && pdf[index...].starts(with: key)
      })
    else { return pdf }
    let digits = (start + key.count)..<(start + key.count + time.count)
    guard digits.upperBound <= pdf.count,
      pdf[digits].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return pdf }
    var pdf = pdf
    pdf.replaceSubrange(digits, with: time)
    return pdf
  }

  private func run(_ arguments: [String], errors: URL) throws(Diagnostic) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do {
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
    } catch {
      throw Diagnostic(
        .unavailable, file: program, problem: "Graphviz could not be started: \(error)",
        remedy: "Check that '\(program) -V' works.")
    }
    guard ended.wait(timeout: .now() + timeout) == .success else {
      process.terminate()
      if ended.wait(timeout: .now() + 2) != .success { kill(process.processIdentifier, SIGKILL) }
      throw Self.timedOut(timeout)
    }
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }

  private static func makeFolder() throws(Diagnostic) -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("stancegraph-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw temporary(folder.path, error)
    }
    return folder
  }

  // MARK: Messages

  private static var missing: Diagnostic {
    Diagnostic(
      .unavailable, file: "dot", problem: "Graphviz is not installed, so no picture can be drawn",
      remedy:
        "Install it, for example with 'sudo apt install graphviz', and see that 'dot' is on PATH.")
  }

  private static func temporary(_ path: String, _ error: any Error) -> Diagnostic {
    Diagnostic(
      .inputOutput, file: path, problem: "the temporary folder can't be written: \(error)",
      remedy: "Free space there, or set TMPDIR to another folder.")
  }

  private static func failed(_ status: Int32, _ words: String) -> Diagnostic {
    let first = words.split(separator: "\n").prefix(3).joined(separator: "; ")
    let end = status < 0 ? "was ended by a signal" : "ended with status \(status)"
    return Diagnostic(
      .failure, file: "dot", problem: "Graphviz \(end)\(first.isEmpty ? "" : ": \(first)")",
      remedy: "Draw fewer nodes, or open the DOT file with another version of Graphviz.")
  }

  private static func timedOut(_ seconds: Double) -> Diagnostic {
    Diagnostic(
      .failure, file: "dot", problem: "the layout was not ready after \(Int(seconds)) seconds",
      remedy: "Draw fewer nodes.")
  }
}
