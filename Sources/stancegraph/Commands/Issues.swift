import ArgumentParser
import SourceText
import StanceGraphKit
import StanceModel
import StanceOntology
import StanceReading

struct Issues: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The issues that positions are compared on; and what recurs and is none yet.",
    discussion: """
      Without articles, lists the issues with their roles. With --suggest, ranks the open propositions of the \
      articles that several statements share: candidates for issues.tsv, which docs/extending.md explains.

      EXAMPLES
        stancegraph issues
        stancegraph issues --suggest articles/
        stancegraph issues --suggest out
      """)

  @Argument(help: "Files and folders of articles, or a folder that 'build' wrote.")
  var articles: [String] = []

  @Flag(help: "Rank open propositions that recur.")
  var suggest = false

  @Option(help: "How many are listed.")
  var most = 40

  @OptionGroup var reading: ReaderOptions

  func validate() throws {
    if suggest, articles.isEmpty { throw ValidationError("--suggest needs articles.") }
    if !suggest, !articles.isEmpty {
      throw ValidationError("Articles are read with --suggest only.")
    }
    if most < 1 { throw ValidationError("--most takes a number from 1 on.") }
  }

  func run() throws {
    try Messages.reporting { try suggest ? rank() : list() }
  }

  private func list() throws {
    let file = try OutputFile("-")
    for issue in try reading.analysis.tables().issues.issues {
      let broader = issue.broader.map { "  (part of \($0))" } ?? ""
      try file.write("\(issue.slug)(\(issue.roles.joined(separator: ",")))\(broader)\n")
    }
    try file.finish()
  }

  /// A predicate with its arguments that are no actors: `build(wall)`.
  private struct Topic: Hashable {
    var predicate: String
    var words: [String]

    init?(_ target: Target) {
      guard case .proposition(let predicate, let arguments) = target else { return nil }
      self.predicate = predicate
      words = arguments.filter { !$0.isEmpty && EntityID($0) == nil }
    }

    var text: String { words.isEmpty ? predicate : "\(predicate)(\(words.joined(separator: ",")))" }
  }

  /// A topic with what makes it worth an issue: many holders before many articles before many statements.
  private struct Candidate: Comparable {
    var topic: Topic
    var statements: [Statement]
    var counts: [Int]

    init(_ topic: Topic, _ statements: [Statement]) {
      self.topic = topic
      self.statements = statements
      let holders = Set(statements.map(\.holder)).count
      let documents = Set(statements.map(\.document)).count
      counts = [holders, documents, statements.count]
    }

    static func < (a: Candidate, b: Candidate) -> Bool {
      a.counts == b.counts
        ? a.topic.text < b.topic.text : b.counts.lexicographicallyPrecedes(a.counts)
    }

    var line: String {
      let example = StatementTable.line(Statement.sorted(statements).first?.quotation ?? "")
      return "\(counts[2]) statements, \(counts[0]) holders, \(counts[1]) articles  \(topic.text)"
        + "  “\(example)”\n"
    }
  }

  private func rank() throws {
    let collection = try Collection(articles, options: reading)
    var topics: [Topic: [Statement]] = [:]
    for statement in collection.statements {
      if let topic = Topic(statement.target) { topics[topic, default: []].append(statement) }
    }
    let ranked = topics.filter { $0.value.count > 1 }.map { Candidate($0.key, $0.value) }.sorted()
    let file = try OutputFile("-")
    for candidate in ranked.prefix(most) { try file.write(candidate.line) }
    if ranked.isEmpty { Messages.print("No open proposition recurs.") }
    try file.finish()
    try collection.failures.end(articlesRead: collection.documents.count)
  }
}
