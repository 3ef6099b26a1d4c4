import Foundation
import Testing

@Suite struct StatementsTests {
  private func place() throws -> Workplace {
    let place = try Workplace()
    try place.write("Norway opposes the plan of Russia.\n", to: "a.txt")
    return place
  }

  @Test func `the table says who, which way, on what, in which words and where`() throws {
    let outcome = try place().run("statements", "a.txt")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first?.hasPrefix("country:NO opposes ") == true)
    #expect(lines.dropFirst().first == "    “Norway opposes the plan of Russia”")
    #expect(lines.last?.contains(/^    a\.txt:0–33  s[0-9a-f]{16}  0\.\d\d$/) == true)
  }

  @Test func `a line of JSON has every field of the contract`() throws {
    let outcome = try place().run("statements", "a.txt", "--format", "jsonl")
    #expect(outcome.status == 0)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "id", "document", "start", "end", "evidence", "holder", "source", "chain", "cue", "target",
        "polarity", "strength", "modality", "confidence", "construction",
      ])
    #expect(object["document"] as? String == "a.txt")
    #expect(object["start"] as? Int == 0)
    #expect(object["end"] as? Int == 33)
    #expect(object["evidence"] as? String == "Norway opposes the plan of Russia")
    #expect(object["holder"] as? String == "country:NO")
    #expect(object["polarity"] as? String == "oppose")
  }

  @Test func `CSV has a header and a line a statement`() throws {
    let outcome = try place().run("statements", "a.txt", "--format", "csv")
    let lines = outcome.output.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3)
    #expect(
      lines.first
        == "id,document,start,end,holder,polarity,target,modality,source,cue,strength,confidence,evidence"
    )
    #expect(lines.last?.isEmpty == true)
  }

  @Test func `a cell that a spreadsheet would run as a formula is quoted`() throws {
    let place = try Workplace()
    try place.write("Norway opposes the plan of Russia.\n", to: "=a.txt")
    let outcome = try place.run("statements", "=a.txt", "--format", "csv")
    #expect(outcome.output.contains(",'=a.txt,"))
  }

  @Test func `what build wrote is read in place of the articles`() throws {
    let place = try place()
    let direct = try place.run("statements", "a.txt", "--format", "jsonl", "--relations", "--trace")
    try place.run("build", "a.txt", "-o", "out")
    let stored = try place.run("statements", "out", "--format", "jsonl", "--relations", "--trace")
    #expect(stored.status == 0)
    #expect(stored.output == direct.output)
    let sure = try place.run("statements", "out", "--min-confidence", "1")
    #expect(sure.output.isEmpty)
  }

  @Test func `a folder gets a file for each article, also for two of one name`() throws {
    let place = try Workplace()
    for name in ["x/a.txt", "y/a.txt", "b.txt"] {
      try place.write("Norway opposes the plan of Russia.\n", to: "in/\(name)")
    }
    #expect(try place.run("statements", "in", "-o", "out").status == 0)
    #expect(place.files(in: "out") == ["a-2.jsonl", "a.jsonl", "b.jsonl"])
    #expect(try place.text("out/a.jsonl").contains(#""document":"x/a.txt""#))
    #expect(try place.text("out/a-2.jsonl").contains(#""document":"y/a.txt""#))
  }

  @Test func `a reader that closes the pipe is no error`() throws {
    let place = try place()
    let outcome = try place.shell(
      "{ stancegraph annotate '\(sampleArticles.joined(separator: "' '"))'; echo $? >&2; } | head -n 1"
    )
    #expect(outcome.output.hasPrefix("# newdoc id = "))
    #expect(outcome.errors == "0\n")
  }
}
