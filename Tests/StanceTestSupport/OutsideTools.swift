public import Foundation

/// Programs that a test may ask for a second opinion.
public enum OutsideTools {
  /// A Python with networkx and igraph: `STANCEGRAPH_PYTHON`, else the test environment that `make test`
  /// makes; nil where neither is there.
  public static let python: String? = {
    let named = ProcessInfo.processInfo.environment["STANCEGRAPH_PYTHON"]
    let made = repositoryRoot + "/.venv-test/bin/python"
    return [named, made].compactMap(\.self).first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }()

  /// Graphviz's `dot`, from PATH.
  public static let dot: String? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/dot" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }()

  /// Runs a program and gives its exit status and all that it printed.
  public static func run(_ program: String, _ arguments: [String]) throws -> (
    status: Int32, output: String
  ) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }

  /// A new folder that the test may fill.
  public static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("stancegraph-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
