import ArgumentParser
import ArticleReading
import Foundation
import SourceText
import StanceGraphKit
import StanceModel
import StanceReading

/// The articles, statements and relations a command works on: read from articles, or from a folder that
/// `build` wrote.
struct Collection {
  var documents: [DocumentRecord] = []
  var statements: [Statement] = []
  var relations: [Relation] = []
  var failures = Failures()

  /// - Throws: `Diagnostic` where nothing can be read at all.
  init(_ paths: [String], options: ReaderOptions) throws {
    if paths.count == 1, let file = Self.builtFile(in: paths[0]) {
      try self.init(built: file)
      if let least = options.minConfidence { statements.removeAll { $0.confidence < least } }
    } else {
      try self.init(reading: paths, reader: options.reader(), options: options)
    }
  }

  /// Reads the statements that `build` wrote.
  init(built file: String) throws {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Diagnostic(
        .noInput, file: file, problem: "the file can't be read",
        remedy: "Run 'stancegraph build' into this folder again.")
    }
    let contents = StatementLines.read(Array(data), file: file)
    documents = contents.documents
    statements = contents.statements
    relations = contents.relations
    for diagnostic in contents.diagnostics { failures.add(diagnostic) }
  }

  /// Reads articles.
  init(reading paths: [String], reader: Reader, options: ReaderOptions) throws {
    let (list, articles) = try options.articles(paths)
    var progress = Progress(total: list.entries.count)
    try Batch(reader: reader, jobs: options.jobCount).read(articles) { result in
      switch result {
      case .success(let read):
        progress.add(bytes: read.record.text.utf8.count)
        documents.append(read.record)
        statements += read.statements
        relations += read.relations
      case .failure(let diagnostic):
        progress.end()
        failures.add(diagnostic)
      }
    }
    progress.end()
  }

  /// The file of statements in a folder that `build` wrote; nil where it is none.
  static func builtFile(in path: String) -> String? {
    let file = path + "/statements.jsonl"
    return FileManager.default.fileExists(atPath: file) ? file : nil
  }

  /// The graph of all of it.
  func graph(options: ReaderOptions) throws -> StanceGraph {
    let directories = try Reader.ontologyFolders(overlays: options.ontologies)
    return try graph(
      directory: OntologyDirectory(
        directories: directories, codebook: options.analysis.issues,
        date: documents.compactMap(\.date).max()))
  }

  func graph(directory: OntologyDirectory) throws -> StanceGraph {
    StanceGraph(
      statements: statements, relations: relations, documents: documents, directory: directory)
  }
}
