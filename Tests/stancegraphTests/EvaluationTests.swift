import Foundation
import StanceTestSupport
import Testing

/// `eval`, `issues` and `unknowns`, as a user calls them.
@Suite struct EvaluationTests {
  private func coded() throws -> Workplace {
    let place = try Workplace()
    try place.write(
      "Norway rejected the trade agreement. Kenya snorfed the levy.\n", to: "articles/one.txt")
    try place.write(
      #"{"id":"g1","anchor":"Norway rejected the trade agreement","holder":["country:NO"],"source":[],"target":["issue:trade-agreement(*)"],"polarity":"oppose"}"#
        + "\n", to: "coded/one.stances.jsonl")
    return place
  }

  @Test func `agreement is counted, and errors have their words`() throws {
    let place = try coded()
    let outcome = try place.run("eval", "--gold", "coded", "articles", "--errors")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("precision 1.000  recall 1.000  F1 1.000"))
    try place.write(
      #"{"id":"g1","anchor":"Norway rejected","holder":["country:SE"],"target":["*"],"polarity":"*"}"#
        + "\n", to: "coded/one.stances.jsonl")
    let wrong = try place.run("eval", "--gold", "coded", "articles", "--errors")
    #expect(wrong.output.contains("wrong holder; g1 core: country:SE * *; read: country:NO oppose"))
  }

  @Test func `gold that is missing or broken is named`() throws {
    let place = try coded()
    let missing = try place.run("eval", "--gold", "nowhere", "articles")
    #expect(missing.status == 66)
    #expect(missing.errors.contains("nowhere: error: there is no such folder or file"))
    try place.write("{\n", to: "coded/one.stances.jsonl")
    let broken = try place.run("eval", "--gold", "coded", "articles")
    #expect(broken.status == 65)
    #expect(broken.errors.contains("coded/one.stances.jsonl:1: error: not a JSON object"))
    try place.write("", to: "other/two.stances.jsonl")
    #expect(try place.run("eval", "--gold", "other", "articles").status == 66)
  }

  @Test func `gold that two articles share is counted once`() throws {
    let place = try coded()
    try place.write("<p>Norway rejected the trade agreement.</p>", to: "articles/one.html")
    let outcome = try place.run("eval", "--gold", "coded", "articles")
    #expect(outcome.status == 65)
    #expect(
      outcome.errors.contains(
        "coded/one.stances.jsonl: error: this is the gold of both one.html and one.txt"))
    #expect(outcome.output.hasPrefix("1 article\n"))
    #expect(outcome.output.contains("right 1, wrong 0, missed 0"))
  }

  private static let header =
    #""statement ID";"time";"document ID";"document title";"author";"source";"section";"type";"text";"person";"organization";"concept";"agreement""#

  @Test func `an event list is gold, and its rows that can't be compared are named`() throws {
    let place = try coded()
    try place.write(
      "Chile supports the ceasefire. Peru opposes the ceasefire. Norway opposes the sanctions.\n",
      to: "articles/two.txt")
    let rows = [
      #"1;2025-01-02 00:00:00;1;"One";"";"";"";"";"Norway rejected the trade agreement";"";"Government of Norway";"Trade agreement";0"#,
      #"2;2025-01-02 00:00:00;2;"two";"";"";"";"";"";"";"Chile";"Ceasefire";1"#,
      #"3;2025-01-02 00:00:00;2;"two";"";"";"";"";"";"";"Peru";"Ceasefire";1"#,
      #"4;2025-01-02 00:00:00;2;"two";"";"";"";"";"";"Roe, Jane";"";"Harbour levy";1"#,
      #"5;2025-01-02 00:00:00;3;"three";"";"";"";"";"";"";"Peru";"Ceasefire";1"#,
      #"6;2025-01-02 00:00:00;2;"two";"";"";"";"";"";"";"Peru";"Ceasefire";perhaps"#,
    ]
    try place.write(([Self.header] + rows).joined(separator: "\n"), to: "events.csv")
    let outcome = try place.run("eval", "--gold", "events.csv", "articles", "--errors")
    #expect(outcome.status == 65)
    #expect(
      outcome.errors == """
        events.csv:7: error: 'perhaps' is no agreement
          Expected: 1 or true (agrees), 0 or false (disagrees), or numbers around 0.
        events.csv:5: note: no issue is called 'Harbour levy' (1 row)
          Not counted. Give it a row with this label in a codebook, and name that with --issues.
        events.csv:5: note: 'Roe, Jane' is no actor of the ontology (1 row)
          Compared by name alone, as person:jane-roe. Add a row with its names to a table of --ontology.
        events.csv:6: note: no article is called 'three' (1 row)
          Not counted. An article is found by its title, or by its file's name.

        """)
    #expect(
      outcome.output.hasPrefix(
        """
        events.csv: 6 rows, of which
          3 compared
          1 on a concept that is no issue
          1 of articles that are not here
          1 not readable

        """))
    // The position on sanctions is no error: nobody looked for one.
    #expect(
      outcome.output.contains(
        "stance+target core  precision 0.667  recall 0.667  F1 0.667  right 2, wrong 1, missed 1"))
    #expect(
      outcome.output.contains(
        "wrong polarity; 3 core: country:PE support issue:ceasefire(*); read: country:PE oppose"))
    #expect(outcome.output.contains("trade-agreement                 1           1.000"))
    #expect(outcome.output.contains("ceasefire                       2           0.500"))
    #expect(outcome.output.contains("polarity 0.667  of 3"))
  }

  @Test func `the concepts of an event list are those of a codebook, under headers of its own`()
    throws
  {
    let place = try coded()
    try place.write(
      "id\tlabel\tpatterns\tbroader\nopen-trade\tTrade should be open; soon!\ttrade agreement\t\n",
      to: "book.tsv")
    try place.write(
      "id,docTitle,organization,claim,agreement\n7,one,Norway,\"Trade should be open, soon!\",FALSE\n",
      to: "events.csv")
    let outcome = try place.run(
      "eval", "--gold", "events.csv", "--issues", "book.tsv", "--column", "concept=claim",
      "articles")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("open-trade                      1           1.000"))
    let without = try place.run(
      "eval", "--gold", "events.csv", "--issues", "book.tsv", "articles")
    #expect(without.status == 65)
    #expect(
      without.errors.hasPrefix("events.csv:1: error: the column 'concept' is missing\n  Expected: ")
    )
    let wrong = try place.run("eval", "--gold", "events.csv", "--column", "claim", "articles")
    #expect(wrong.status == 64)
  }

  @Test func `what no table knows is listed with its sentence`() throws {
    let outcome = try coded().run("unknowns", "articles")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("snorf  “Kenya snorfed the levy.”"))
  }

  @Test func `issues are listed, and open propositions that recur are ranked`() throws {
    let place = try coded()
    try place.write("Norway rejected the levy. Chile rejected the levy.\n", to: "articles/two.txt")
    #expect(try place.run("issues").output.contains("\nmembership(member,organization)"))
    let outcome = try place.run("issues", "--suggest", "articles")
    #expect(outcome.output.hasPrefix("2 statements, 2 holders, 1 articles  levy  “"))
    #expect(try place.run("issues", "--suggest").status == 64)
  }
}
