import Foundation
import Testing

/// `explain`, of statements and of sentences without one.
@Suite struct ExplainTests {
  private let plan = "Norway opposes the plan of Russia.\n"

  @Test func `explain shows the marked sentence, the parse and the steps of a statement`() throws {
    let place = try Workplace()
    try place.write(plan, to: "a.txt")
    let all = try place.run("explain", "a.txt", "--all")
    #expect(all.status == 0)
    let id = try #require(all.output.firstMatch(of: /s[0-9a-f]{16}/)).output
    #expect(
      all.output.hasPrefix(
        """
        \(id): country:NO opposes proposition:plan(-,country:RU)
          a.txt, bytes 0 to 33
          [holder Norway] [cue opposes] [target the plan of Russia].
          cue “opposes”, transitive-attitude, asserted, strength 4 of 5, confidence 
        """))
    for part in [
      "\n    1    Norway    PROPN  nsubj  2 opposes\n", "\n    2  opposes     VERB   root\n",
      "\n  1. “Norway” is the name of country:NO.\n", "So country:NO opposes ",
    ] {
      #expect(all.output.contains(part), "\(part)")
    }
    #expect(try place.run("explain", "a.txt", String(id)).output == all.output)

    let none = try place.run("explain", "a.txt", "s0000000000000000")
    #expect(none.status == 66)
    #expect(
      none.errors == """
        a.txt: error: no statement has the id s0000000000000000
          'stancegraph statements' lists them.

        """)
    #expect(try place.run("explain", "a.txt").status == 64)
    #expect(try place.run("explain", String(id)).status == 64)
  }

  @Test func `what build wrote is explained as the articles are`() throws {
    let place = try Workplace()
    try place.write(plan + "\nGermany supports the sanctions against Russia.\n", to: "in/a.txt")
    try place.write("<html><body><p>Ghana rejected the treaty.</p></body></html>", to: "in/b.html")
    #expect(try place.run("build", "in", "-o", "out").status == 0)
    let built = try place.run("explain", "out", "--all")
    #expect(built.status == 0)
    #expect(built.output == (try place.run("explain", "in", "--all").output))
    #expect(try place.run("explain", "out", "--why-not").status == 0)
  }

  @Test func `without the article's text the steps are told without a parse`() throws {
    let place = try Workplace()
    try place.write(plan, to: "a.txt")
    try place.run("build", "a.txt", "-o", "out")
    let lines = try place.text("out/statements.jsonl").split(separator: "\n")
    try place.write(
      lines.filter { !$0.contains("\"text\":") }.joined(separator: "\n"), to: "out/statements.jsonl"
    )
    let outcome = try place.run("explain", "out", "--all")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("  “Norway opposes the plan of Russia”\n"))
    #expect(outcome.output.contains("  no parse: the article's text is not there"))
    #expect(outcome.output.contains("\n  1. transitive-attitude: “opposes”"))
  }

  @Test func `why-not tells sentence by sentence what failed first`() throws {
    let place = try Workplace()
    try place.write(plan + "\nGhana may scrap the agreement.\n\nIt rained.\n", to: "a.txt")
    let outcome = try place.run("explain", "a.txt", "--why-not")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        a.txt:36: “Ghana may scrap the agreement.”
          not read: the text does not assert “scrap”: it is only possible


        """)
    let all = try place.run("explain", "a.txt", "--why-not", "--all")
    #expect(
      all.output.hasPrefix(
        """
        a.txt:0: “Norway opposes the plan of Russia.”
          read: country:NO opposes proposition:plan(-,country:RU), by “opposes”

        a.txt:36: 
        """))
    #expect(all.output.contains("a.txt:68: “It rained.”\n  not read: no word of this sentence is "))
  }

  @Test func `one sentence can be asked for by its words, with its parse`() throws {
    let place = try Workplace()
    try place.write(plan + "\nGhana may scrap the agreement.\n", to: "a.txt")
    let outcome = try place.run("explain", "a.txt", "--why-not", "--sentence", "May  Scrap")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("a.txt:36: “Ghana may scrap the agreement.”\n  not read: "))
    #expect(outcome.output.contains("\n    3  scrap"))
    #expect(try place.run("explain", "a.txt", "--why-not", "--sentence", "no such").status == 66)
    #expect(try place.run("explain", "a.txt", "--all", "--sentence", "plan").status == 64)
  }
}
