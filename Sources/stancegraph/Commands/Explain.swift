import ArgumentParser
import ArticleReading
import SourceText
import StanceGraphKit
import StanceModel
import StanceReading

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Why a statement was read, or a sentence was not.",
    discussion: """
      For a statement: its sentence with the words in brackets that name the holder, carry the position and say what it \
      is about, the sentence's parse, and each step of the reading. With --why-not, for each sentence that names somebody \
      who may hold a position, and an issue or a word that takes sides, and that gave no statement: the first thing that \
      failed. A folder that 'build' wrote is read from the texts it keeps.

      EXAMPLES
        stancegraph explain out s1b2c3d4e5f607182
        stancegraph explain article.txt --all
        stancegraph explain article.txt --why-not
        stancegraph explain article.txt --why-not --sentence "rejected the plan"
      """)

  @Argument(
    help: "Files and folders of articles, or a folder that 'build' wrote; then the statements' ids."
  )
  var arguments: [String]

  @Flag(
    help: "Explain every statement; with --why-not, show every sentence and what was made of it.")
  var all = false

  @Flag(help: "Instead, tell why sentences gave no statement: what failed first.")
  var whyNot = false

  @Option(
    help: ArgumentHelp(
      "With --why-not: only sentences with these words, whatever was made of them, with their parse.",
      valueName: "words"))
  var sentence: String?

  @OptionGroup var reading: ReaderOptions

  func validate() throws {
    if sentence != nil, !whyNot { throw ValidationError("--sentence goes with --why-not.") }
  }

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
        try explainSentences(of: paths)
      } else {
        try explainStatements(all ? nil : Set(ids), of: paths)
      }
    }
  }

  /// - Parameter wanted: the ids of the statements; nil for all.
  private func explainStatements(_ wanted: Set<String>?, of paths: [String]) throws {
    var missing = wanted ?? []
    let file = try OutputFile("-")
    func write(_ items: [ExplainedStatement], _ text: String) throws {
      for item in items {
        try file.write(ExplanationText.text(of: item, in: text))
        missing.remove(item.statement.id)
      }
    }
    @Sendable func isWanted(_ statement: Statement) -> Bool {
      wanted?.contains(statement.id) ?? true
    }
    var source = try ArticleSource(paths, options: reading)
    if let built = source.statements {
      let statements = Dictionary(
        grouping: Statement.sorted(built.filter(isWanted)), by: \.document)
      @Sendable func explain(_ reader: Reader, _ article: Article) -> [ExplainedStatement] {
        reader.explain(statements[article.document, default: []], in: article)
      }
      var known: Set<String> = []
      try source.map(of: Set(statements.keys), explain) { items, article in
        known.insert(article.document)
        try write(items, article.text)
      }
      // What is left has no text.
      for statement in Statement.sorted(built.filter(isWanted))
      where !known.contains(statement.document) {
        try write([ExplainedStatement(statement: statement, explanation: nil)], "")
      }
    } else {
      @Sendable func explain(_ reader: Reader, _ article: Article) -> [ExplainedStatement] {
        reader.explain(article, where: isWanted)
      }
      try source.map(explain) { try write($0, $1.text) }
    }
    try file.finish()
    for id in arguments where missing.contains(id) {
      throw Diagnostic(
        .noInput, file: paths.joined(separator: ", "), problem: "no statement has the id \(id)",
        remedy: "'stancegraph statements' lists them.")
    }
    try source.end()
  }

  private func explainSentences(of paths: [String]) throws {
    let wanted = sentence.map { Self.folded($0) }
    var isEmpty = true
    let file = try OutputFile("-")
    var source = try ArticleSource(paths, options: reading)
    let explain = { @Sendable (reader: Reader, article: Article) in
      reader.explainSentences(of: article)
    }
    try source.map(explain) { reports, article in
      for report in reports {
        if let wanted {
          guard Self.folded(article.text[report.span]).contains(wanted) else { continue }
        } else if !all {
          guard report.isCandidate, !report.isRead else { continue }
        }
        isEmpty = false
        try file.write(
          ExplanationText.text(
            of: report, in: article.text, document: article.document, withParse: wanted != nil))
      }
    }
    try file.finish()
    if isEmpty, let sentence {
      throw Diagnostic(
        .noInput, file: paths.joined(separator: ", "), problem: "no sentence has “\(sentence)”",
        remedy: "Give words as they stand side by side in the text.")
    }
    try source.end()
  }

  /// In lower case, words one blank apart.
  private static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// `s` and sixteen hexadecimal digits.
  static func isID(_ text: String) -> Bool {
    text.utf8.count == 17 && text.hasPrefix("s") && text.dropFirst().allSatisfy(\.isHexDigit)
  }
}
