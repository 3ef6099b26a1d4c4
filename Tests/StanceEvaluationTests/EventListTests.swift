import Foundation
import SourceText
import StanceGraphKit
import StanceModel
import StanceOntology
import StanceReading
import Testing

@testable import StanceEvaluation

/// Event lists of the Discourse Network Analyzer as gold, with invented statements.
@Suite struct EventListTests {
  private func list(_ text: String, _ renamed: [EventList.Column: String] = [:]) throws
    -> EventList
  {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".csv")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try EventList(path: file.path, renamed: renamed)
  }

  @Test(arguments: [
    // DNA's own export, that of rDNA, and a table saved by a spreadsheet.
    "\"statement ID\";\"time\";\"document title\";\"organization\";\"concept\";\"agreement\"\n4;2025-01-02 10:00:00;\"Late; news\";\"Kenya\";\"A levy\";1\n",
    "\"id\",\"time\",\"docTitle\",\"organization\",\"concept\",\"agreement\"\r\n4,2025-01-02,\"Late; news\",\"Kenya\",\"A levy\",TRUE\r\n",
    "\u{FEFF}ID\tTime\tTitle\tOrganisation\tConcept\tAgreement\n\n4\t2025-01-02\tLate; news\tKenya\tA levy\tyes",
  ])
  func `the tables of every version are read`(table: String) throws {
    let list = try list(table)
    let event = try #require(list.events.first)
    #expect(list.faults.isEmpty)
    #expect(list.events.count == 1)
    #expect(event.id == "4")
    #expect(event.date == "2025-01-02")
    #expect(event.title == "Late; news")
    #expect(event.organization == "Kenya")
    #expect(event.concept == "A levy")
    #expect(event.polarity == .support)
  }

  @Test func `a cell between quotation marks may hold anything, and lines are still counted`()
    throws
  {
    let list = try list(
      "id,title,person,concept,agreement,text\n1,a,b,c,0,\"two\nlines, \"\"quoted\"\"\"\n2,a,b,,0,\n"
    )
    #expect(list.events.map(\.text) == ["two\nlines, \"quoted\""])
    #expect(list.faults.map(\.line) == [4])
    #expect(list.faults.map(\.problem) == ["the concept is empty"])
  }

  private static let header = "title,person,organization,concept,agreement,start,stop\n"

  @Test(arguments: [
    ("a,b,,c,often,,", "'often' is no agreement"), ("a,,NA,c,1,,", "nobody is named"),
    ("a,b,,c,1,9,4", "'9' to '4' is no place in a text"),
    ("a,b,,c,1,x,4", "'x' to '4' is no place in a text"),
    ("a,b,,c,1", "5 cells where the first line has 7"), ("a,b,,c,nan,,", "'nan' is no agreement"),
  ])
  func `a wrong row is named with its line and the others are read`(row: String, problem: String)
    throws
  {
    let list = try list(Self.header + "a,b,,c,1,,\n" + row + "\na,b,,c,0,1,4\n")
    #expect(list.events.map(\.polarity) == [.support, .oppose])
    #expect(list.faults.map(\.problem) == [problem])
    #expect(list.faults.map(\.line) == [3])
  }

  @Test(
    arguments: [
      ("", "the event list is empty", nil),
      ("title,person,agreement\n", "the column 'concept' is missing", 1),
      ("title,concept,agreement\n", "the column 'person' or 'organization' is missing", 1),
      (header + "a,\"b,,c,1,,\n", "a quotation mark that begins here is never closed", 2),
      (header + "a,\"b\"x,,c,1,,\n", "there are letters behind a closing quotation mark", 2),
    ] as [(String, String, Int?)])
  func `what is no event list is told by line`(table: String, problem: String, line: Int?) throws {
    let fault = #expect(throws: Diagnostic.self) { try list(table) }
    #expect(fault?.problem == problem)
    #expect(fault?.line == line)
  }

  @Test func `on a scale around 0, 0 is neutral`() throws {
    let rows = "a,b,,c,-1,,\na,b,,c,0,,\na,b,,c,2,,\n"
    #expect(try list(Self.header + rows).events.map(\.polarity) == [.oppose, .neutral, .support])
  }

  private static let text =
    "“Äh 😀”, said Kenya’s minister.\nChad approved\nthe harbour levy. Chad approved the harbour levy."

  private func coding(_ rows: String, titles: [String?] = ["Levy"]) throws -> EventCoding {
    let articles = titles.enumerated().map { index, title in
      DocumentRecord(
        document: "\(index).txt", title: title, outlet: nil, author: nil,
        date: "2025-01-0\(index + 1)", url: nil, text: Self.text, textHash: "")
    }
    return EventCoding(
      try list(
        "time,document ID,title,person,organization,concept,agreement,start,stop,text\n" + rows),
      concepts: [
        EventCoding.Concept(slug: "levy", label: "harbour levy[ in {place}]"),
        EventCoding.Concept(slug: "carbon-tax", label: "Taxing carbon; now"),
      ], ontology: try Ontology(directories: Reader.ontologyFolders(overlays: [])),
      articles: articles)
  }

  @Test func `places are UTF-16, words are found whatever stands between them`() throws {
    let coding = try coding(
      """
      ,,Levy,,Chad,levy,1,4,6,
      ,,Levy,,Chad,levy,1,,,Chad approved the 'harbour' levy
      ,,Levy,,Chad,levy,1,64,94,chad approved the harbour levy
      ,,Levy,,Chad,levy,1,,,
      """)
    let stances = try #require(coding.gold[0]).stances
    let second = Self.text.utf8.count - "Chad approved the harbour levy.".utf8.count
    #expect(
      stances.map { Self.text[$0.span] }.prefix(2) == ["😀", "Chad approved\nthe harbour levy"])
    #expect(stances[2].span.start == second)
    #expect(stances.map(\.isAnywhere) == [false, false, false, true])
    #expect(coding.notes.isEmpty)
  }

  @Test func `names stand for ids, and those that no table has for themselves`() throws {
    let coding = try coding(
      """
      ,,Levy,"Putin, Vladimir",Government of Russia,levy,1,,,
      ,,Levy,,European Union (EU),Harbour levy,1,,,
      ,,Levy,Jane Doe,Quay Farmers,"Taxing carbon, now",0,,,
      ,,Levy,,Dock workers,Free quays,0,,,
      """)
    let stances = try #require(coding.gold[0]).stances
    #expect(
      stances.map(\.holders) == [
        ["person:vladimir-putin", "organization:ru-gov", "country:RU"], ["organization:EU"],
        ["person:jane-doe", "organization:quay-farmers"],
        ["organization:dock-workers", "group:dock-workers"],
      ])
    #expect(
      stances.map { $0.readings[0].targets } == [
        ["issue:levy(*)"], ["issue:levy(*)"], ["issue:carbon-tax(*)"], ["concept:Free quays"],
      ])
    #expect(stances.map(\.level) == [.core, .core, .core, .hard])
    #expect(coding.issues == ["levy", "carbon-tax"])
    #expect(
      coding.notes.map(\.problem) == [
        "'Jane Doe' is no actor of the ontology (1 row)",
        "'Quay Farmers' is no actor of the ontology (1 row)",
        "no issue is called 'Free quays' (1 row)",
        "'Dock workers' is no actor of the ontology (1 row)",
      ])
    #expect(coding.notes.map(\.line) == [4, 4, 5, 5])
  }

  @Test func `an article is found by title, file or id; of two by its day, otherwise it is told`()
    throws
  {
    let coding = try coding(
      """
      2025-01-02 00:00:00,,LEVY,,Chad,levy,1,,,
      2025-01-09,,Levy,,Chad,levy,1,,,
      ,2,,,Chad,levy,1,,,
      ,,0.txt,,Chad,levy,1,,,
      ,,Other,,Chad,levy,1,,,
      """, titles: ["Levy", "Levy", nil])
    #expect(coding.gold.mapValues(\.stances.count) == [0: 2, 1: 1, 2: 1])
    #expect(coding.faults.map(\.line) == [3])
    #expect(coding.faults.map(\.problem) == ["the row may be of any of: 0.txt, 1.txt"])
    #expect(coding.notes.map(\.problem) == ["no article is called 'Other' (1 row)"])
    #expect(coding.tally == EventCoding.Tally(compared: 4, ofNoIssue: 0, elsewhere: 1))
  }

  private func statement(_ holder: String, _ target: String, _ polarity: Polarity) throws
    -> Statement
  {
    Statement(
      id: "", document: "0.txt", holder: try #require(EntityID(holder)), source: nil, chain: [],
      cue: "", target: try #require(Target(id: target)), polarity: polarity, strength: 3,
      modality: .asserted, evidence: TextSpan(0, 5), quotation: "", confidence: 0.9,
      construction: "test", trace: [])
  }

  @Test func `without words, holder and concept decide, and saying it again is no error`() throws {
    let gold = try #require(
      try coding(",,Levy,,Chad,levy,1,,,\n,,Levy,,Kenya,levy,0,,,\n").gold[0])
    let statements = try [
      statement("country:TD", "issue:levy(*)", .support),
      statement("country:TD", "issue:levy(country:TD)", .support),
      statement("country:KE", "issue:levy(*)", .support),
      statement("country:TD", "issue:sanctions(*,*)", .support),
    ]
    let score = ArticleScore(
      document: "0.txt", gold: gold, statements: statements, relations: [],
      by: Agreement(symmetric: [], coded: ["levy"]))
    #expect(score.counts[.stance] == Counts(right: 1, wrong: 1, missed: 1))
    #expect(score.counts[.targetAll] == Counts(right: 1, wrong: 1, missed: 1))
    #expect(score.issues == ["levy": Counts(right: 1, wrong: 1, missed: 1)])
    #expect(score.errors.map(\.kind) == [.wrongPolarity])
    #expect(score.shares[.holder] == nil)
    #expect(score.shares[.source] == nil)
    #expect(ScoreSummary([score]).polarityAgreement == Share(part: 1, whole: 2))
    #expect(ScoreSummary([score]).polarityKappa == 0)
  }
}
