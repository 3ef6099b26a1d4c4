import FoundationEssentials
import SourceText

/// Finds files that ship with the program: the ontology's tables, the weights.
///
/// SwiftPM's own `Bundle.module` looks in the folder that the program was built in and stops the
/// program where that is gone; this looks where an installed or copied program keeps them.
public struct ResourceLocator: Sendable {
  /// What is looked for, as the message names it: `the ontology`.
  public var what: String
  /// The environment variable that names it.
  public var variable: String
  /// The option of the command line that names it.
  public var option: String
  /// The resource bundle that SwiftPM makes, without extension: `StanceGraph_StanceOntology`.
  public var bundle: String
  /// The file or folder inside the bundle and inside `share/stancegraph`.
  public var name: String

  public init(what: String, variable: String, option: String, bundle: String, name: String) {
    self.what = what
    self.variable = variable
    self.option = option
    self.bundle = bundle
    self.name = name
  }

  /// The tables of the ontology.
  public static let ontology = ResourceLocator(
    what: "the ontology", variable: "STANCEGRAPH_ONTOLOGY", option: "--ontology",
    bundle: "StanceGraph_StanceOntology", name: "ontology")

  /// Where the thing may be, in the order of looking: the variable, beside the program (links
  /// followed), the installed place.
  /// - Parameters:
  ///   - environment: the environment's variables.
  ///   - executable: the path of the running program.
  public func places(environment: [String: String], executable: String?) -> [String] {
    if let named = environment[variable], !named.isEmpty { return [named] }
    guard let executable else { return [] }
    let folder = Self.folder(of: executable)
    return [
      "\(folder)/\(bundle).resources/\(name)",
      "\(folder)/\(bundle).bundle/\(name)",
      "\(Self.folder(of: folder))/share/stancegraph/\(name)",
    ]
  }

  /// The path of the thing.
  /// - Parameter named: what the option of the command line says, if it was given.
  /// - Throws: `Diagnostic` that lists the places looked at.
  public func locate(
    named: String? = nil, environment: [String: String] = Self.environment,
    executable: String? = Self.executable
  ) throws -> String {
    let places = named.map { [$0] } ?? places(environment: environment, executable: executable)
    if let found = places.first(where: { FileManager.default.fileExists(atPath: $0) }) {
      return found
    }
    throw Diagnostic(
      .noInput, file: places.first ?? name,
      problem: "\(what) is not here"
        + (places.count > 1 ? ", nor at " + places.dropFirst().joined(separator: ", ") : ""),
      remedy: "Name it with \(option) or the variable \(variable), or install the program anew.")
  }

  /// The variables of the running program's environment.
  public static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// The running program, links followed; nil where the system doesn't tell.
  public static var executable: String? {
    if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
      return path
    }
    return CommandLine.arguments.first.map { path in
      let link = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
      return link.map { $0.hasPrefix("/") ? $0 : folder(of: path) + "/" + $0 } ?? path
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

extension Ontology {
  /// The directories to read: the ontology that ships, then those that add to it.
  ///
  /// Where no ontology ships with the program, the first of `overlays` must be a whole one.
  /// - Throws: `Diagnostic` that lists the places looked at, where there is no ontology at all.
  public static func directories(overlays: [String] = []) throws -> [String] {
    do {
      return [try ResourceLocator.ontology.locate()] + overlays
    } catch {
      if overlays.isEmpty { throw error }
      return overlays
    }
  }
}
