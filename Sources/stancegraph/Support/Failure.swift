import ArgumentParser
import Foundation
import SourceText
import StanceGraphKit
import StanceOntology

/// What a command says on standard error, and the exit status it leaves with.
enum Messages {
  static func print(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  static func warn(_ diagnostic: Diagnostic) { print(diagnostic.description) }

  /// Says what the user may want to mend, where the command goes on without.
  static func note(_ diagnostic: Diagnostic) {
    let place = diagnostic.line.map { "\(diagnostic.file):\($0)" } ?? diagnostic.file
    print("\(place): note: \(diagnostic.problem)\n  \(diagnostic.remedy)")
  }

  /// Runs a command's work; a `Diagnostic` is printed and becomes the exit status.
  static func reporting(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let diagnostic as Diagnostic {
      warn(diagnostic)
      throw ExitCode(diagnostic.kind.rawValue)
    } catch let errors as OntologyErrors {
      print(errors.description)
      throw ExitCode(Diagnostic.Kind.badData.rawValue)
    }
  }
}

/// The articles that could not be read, for the summary and the exit status.
struct Failures {
  private(set) var diagnostics: [Diagnostic] = []

  /// The files that were not read, five by name; empty where all were.
  var names: String {
    var files: [String] = []
    for diagnostic in diagnostics where !files.contains(diagnostic.file) {
      files.append(diagnostic.file)
    }
    let more = files.count > 5 ? " and \(files.count - 5) more" : ""
    return files.prefix(5).joined(separator: ", ") + more
  }

  mutating func add(_ diagnostic: Diagnostic) {
    Messages.warn(diagnostic)
    diagnostics.append(diagnostic)
  }

  /// Ends the command: with the status of the failures when nothing was read, with 65 when some was.
  func end(articlesRead: Int) throws {
    guard let first = diagnostics.first else { return }
    if articlesRead == 0 { throw ExitCode(first.kind.rawValue) }
    throw ExitCode(Diagnostic.Kind.badData.rawValue)
  }
}
