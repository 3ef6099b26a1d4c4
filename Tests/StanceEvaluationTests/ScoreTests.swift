import Foundation
import SourceText
import StanceEvaluation
import StanceModel
import StanceOntology
import StanceTestSupport
import Testing

/// What counts as right, on a text of three sentences with five coded positions.
@Suite struct ScoreTests {
  private static let text =
    "Älva said yes, and Bor said no. Cor agreed to talk to Dor. People cried.\n"
  private static let gold = """
    {"id":"g1","anchor":"Älva said yes","holder":["person:alva","country:SE"],"target":["issue:aid(country:SE,*)"],"polarity":"support"}
    {"id":"g2","anchor":"Bor said no","holder":"person:bor","target":["issue:membership(country:UA,organization:NATO)"],"polarity":"oppose","alt":[{"target":["issue:withdrawal(country:UA,organization:NATO)"],"polarity":"support"}]}
    {"id":"g3","anchor":"Cor agreed to talk to Dor","holder":["person:cor"],"target":["issue:negotiation(country:CO,country:DO)"],"polarity":"support"}
    {"id":"g4","level":"hard","anchor":"People cried","holder":["group:people"],"target":["proposition"],"polarity":"*"}
    """

  private func score(
    _ statements: [Statement], gold: String = ScoreTests.gold
  ) throws -> ArticleScore {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.stances.jsonl")
    try Data(gold.utf8).write(to: path)
    return ArticleScore(
      document: "a", gold: try Gold(path: path.path, text: Self.text), statements: statements,
      relations: [], by: Agreement(symmetric: ["negotiation"]))
  }

  private func statement(
    _ words: String, _ holder: String, _ target: String, _ polarity: Polarity
  ) throws -> Statement {
    let start = try #require(Self.text.utf8.firstRange(of: Array(words.utf8))?.lowerBound)
    let offset = Self.text.utf8.distance(from: Self.text.utf8.startIndex, to: start)
    return Statement(
      id: words, document: "a", holder: try #require(EntityID(holder)), source: nil, chain: [],
      cue: "", target: try #require(Target(id: target)), polarity: polarity, strength: 3,
      modality: .asserted, evidence: TextSpan(offset, offset + words.utf8.count), quotation: words,
      confidence: 0.7, construction: "test", trace: [])
  }

  private func all() throws -> [Statement] {
    [
      try statement("Älva said yes", "country:SE", "issue:aid(country:SE,country:UA)", .support),
      try statement(
        "Bor said no", "person:bor", "issue:withdrawal(country:UA,organization:NATO)", .support),
      try statement(
        "Cor agreed", "person:cor", "issue:negotiation(country:DO,country:CO)", .support),
      try statement("People cried", "group:crowd", "proposition:cry(-,-)", .oppose),
    ]
  }

  @Test func `what agrees in words, holder, polarity and target is right`() throws {
    let score = try score(all())
    #expect(score.counts[.target] == Counts(right: 3))
    #expect(score.counts[.targetAll] == Counts(right: 4))
    #expect(score.errors.isEmpty)
  }

  @Test func `each error has its class`() throws {
    var statements = try all()
    statements[0].polarity = .oppose
    statements[1].holder = EntityID(.person, "dor")
    statements[2].target = .entity(EntityID(.country, "DO"))
    statements[3].evidence = TextSpan(0, 5)
    let score = try score(statements)
    #expect(
      score.errors.map(\.kind)
        == [.wrongTarget, .wrongPolarity, .wrongHolder, .missedCue, .notAStance])
    #expect(score.counts[.stance] == Counts(right: 1, wrong: 3, missed: 2))
    #expect(score.counts[.target] == Counts(right: 0, wrong: 4, missed: 3))
  }

  @Test func `a second statement of one record is an error, one of a hard record is not`() throws {
    let statements = try all()
    #expect(try score(statements + [statements[0]]).counts[.stance]?.wrong == 1)
    #expect(try score(statements + [statements[3]]).counts[.stance]?.wrong == 0)
    #expect(try score(statements + [statements[3]]).counts[.stanceAll]?.wrong == 1)
  }

  @Test func `a matching finds the most pairs in whatever order the statements stand`() throws {
    let gold = """
      {"id":"x1","anchor":"Älva said yes, and Bor","holder":["person:a"],"target":["*"],"polarity":"*"}
      {"id":"x2","anchor":"and Bor said no","holder":["person:a"],"target":["*"],"polarity":"*"}
      """
    let both = try statement("Bor", "person:a", "proposition:x(-,-)", .support)
    let first = try statement("Älva", "person:a", "proposition:x(-,-)", .support)
    #expect(try score([both, first], gold: gold).counts[.stance]?.right == 2)
    #expect(try score([first, both], gold: gold).counts[.stance]?.right == 2)
  }

  @Test(arguments: [
    (#"{"id":"g1""#, "not a JSON object"),
    (
      #"{"id":"g1","anchor":"nowhere","holder":["a"],"target":["*"],"polarity":"*"}"#,
      "“nowhere” does not stand in the article so often"
    ),
    (
      #"{"id":"g1","anchor":"Bor","holder":["a"],"target":["*"],"polarity":"pro"}"#,
      "'pro' is no polarity: support, oppose, neutral or *"
    ),
    (
      #"{"id":"g1","holder":["a"],"target":["*"],"polarity":"*"}"#, "the key 'anchor' is missing"
    ),
  ])
  func `a wrong line is named and the others are read`(line: String, problem: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.stances.jsonl").path
    try Data((Self.gold + "\n" + line + "\n").utf8).write(to: URL(filePath: path))
    let gold = try Gold(path: path, text: Self.text)
    #expect(gold.stances.count == 4)
    #expect(gold.faults.map(\.problem) == [problem])
    #expect(gold.faults.map(\.line) == [5])
  }
}
