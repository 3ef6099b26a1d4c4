import ArgumentParser
import ArticleReading
import SourceText
import StanceGraphKit
import StanceModel
import StanceOntology
import StanceReading

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Why a statement was read: its sentence, its words, and each step.",
    discussion: """
      EXAMPLES
        stancegraph explain out s1b2c3d4e5f607182
        stancegraph explain article.txt --all
        stancegraph explain article.txt --why-not
      """)

  @Argument(
    help: "Files and folders of articles, or a folder that 'build' wrote; then the statements' ids."
  )
  var arguments: [String]

  @Flag(help: "Explain every statement.")
  var all = false

  @Flag(
    help:
      "Instead, list every word of the articles that could carry a stance, and what was found for it."
  )
  var whyNot = false

  @OptionGroup var reading: ReaderOptions

  func run() throws {
    try Messages.reporting {
      let ids = arguments.filter { Self.isID($0) }
      let paths = arguments.filter { !Self.isID($0) }
      guard !paths.isEmpty else {
        throw Diagnostic(
          .usage, file: "stancegraph", problem: "nothing to look the statement up in",
          remedy: "Name articles, or a folder that 'build' wrote, before the id.")
      }
      guard all || whyNot || !ids.isEmpty else {
        throw Diagnostic(
          .usage, file: "stancegraph", problem: "no statement is named",
          remedy: "Give ids, which 'stancegraph statements' lists, or --all, or --why-not.")
      }
      if whyNot {
        try explainCues(of: paths)
        return
      }
      let collection = try Collection(paths, options: reading)
      let wanted = Set(ids)
      let chosen = Statement.sorted(collection.statements.filter { all || wanted.contains($0.id) })
      let texts = Dictionary(
        collection.documents.map { ($0.document, $0.text) }, uniquingKeysWith: { a, _ in a })
      let file = try OutputFile("-")
      for statement in chosen {
        try file.write(Self.explanation(of: statement, text: texts[statement.document] ?? ""))
      }
      try file.finish()
      let found = Set(chosen.map(\.id))
      for id in ids where !found.contains(id) {
        throw Diagnostic(
          .noInput, file: paths.joined(separator: ", "), problem: "no statement has the id \(id)",
          remedy: "'stancegraph statements' lists them.")
      }
      try collection.failures.end(articlesRead: collection.documents.count)
    }
  }

  private func explainCues(of paths: [String]) throws {
    let reader = try reading.reader()
    var failures = Failures()
    var count = 0
    let file = try OutputFile("-")
    for result in try reading.articles(paths).reader {
      switch result {
      case .success(let article):
        count += 1
        for cue in reader.cues(in: article) {
          func list(_ words: [String]) -> String {
            words.isEmpty ? "none found" : words.joined(separator: ", ")
          }
          try file.write(
            """
            \(article.document):\(cue.span.start): “\(StatementTable.line(cue.words))” (\(cue.kind)), \
            \(cue.veridicality); holder: \(list(cue.holders)); target: \(list(cue.targets))\n
            """)
        }
      case .failure(let diagnostic): failures.add(diagnostic)
      }
    }
    try file.finish()
    try failures.end(articlesRead: count)
  }

  /// `s` and sixteen hexadecimal digits.
  static func isID(_ text: String) -> Bool {
    text.utf8.count == 17 && text.hasPrefix("s") && text.dropFirst().allSatisfy(\.isHexDigit)
  }

  static func explanation(of statement: Statement, text: String) -> String {
    let verb =
      statement.polarity == .oppose
      ? "opposes" : statement.polarity == .support ? "supports" : "takes no side on"
    var lines = ["\(statement.id): \(statement.holder) \(verb) \(statement.target.id)"]
    lines.append("  “\(StatementTable.line(statement.quotation))”")
    lines.append(
      "  in \(statement.document), bytes \(statement.evidence.start) to \(statement.evidence.end)")
    if let source = statement.source { lines.append("  said by \(source)") }
    if !statement.chain.isEmpty {
      lines.append("  through \(statement.chain.map(\.description).joined(separator: " > "))")
    }
    lines.append(
      "  cue “\(statement.cue)”, \(statement.modality.rawValue), strength \(statement.strength) of 5, confidence \(NumberText.twoDecimals(statement.confidence))"
    )
    for (number, step) in statement.trace.enumerated() {
      lines.append(
        "  \(number + 1). \(step.rule): “\(StatementTable.line(step.words))” \(step.effect)")
    }
    return lines.joined(separator: "\n") + "\n\n"
  }
}
