import Testing

@testable import LanguageAnalysis

@Suite struct EditScriptTests {
  @Test(arguments: [
    ("K|0|", "treaty", "treaty"), ("K|1|", "treaties", "treatie"), ("K|3|y", "treaties", "treaty"),
    ("L|0|", "Nations", "nations"), ("L|1|", "Nations", "nation"), ("R|be", "was", "be"),
    ("R|a|b", "x", "a|b"), ("K|9|", "short", "short"), ("K|2|ve", "says", "save"),
    ("K|1|", "é", "é"), ("L|2|", "İSİ", "i̇s"), ("R|", "kept", "kept"),
  ])
  func `a script makes a lemma`(script: String, form: String, lemma: String) throws {
    #expect(try #require(EditScript(script)).lemma(of: form) == lemma)
  }

  @Test(arguments: ["", "K", "K|x|", "K|1", "Q|1|s", "K|-1|s"])
  func `what is no script is refused`(text: String) {
    #expect(EditScript(text) == nil)
  }
}

@Suite struct NameTagTests {
  let tags = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"].compactMap { NameTag($0) }

  @Test func `the best well-formed row of tags is taken`() {
    // The second word alone would be I-ORG, which can't follow O.
    let scores: [Float] = [
      3, 0, 0, 2, 0,
      0, 0, 0, 1, 5,
      2, 0, 4, 0, 1,
      9, 0, 0, 0, 0,
    ]
    #expect(NameTag.names(scores, tags) == [NamePhrase(words: 0..<2, type: .organization)])
  }

  @Test func `a name that follows another of its type stands alone`() {
    let scores: [Float] = [
      0, 5, 0, 0, 0,
      0, 5, 0, 0, 0,
      0, 0, 5, 0, 0,
    ]
    #expect(
      NameTag.names(scores, tags) == [
        NamePhrase(words: 0..<1, type: .person), NamePhrase(words: 1..<3, type: .person),
      ])
  }

  @Test func `no words have no names`() {
    #expect(NameTag.names([], tags).isEmpty)
    #expect(NameTag("B-EVENT") == nil)
  }
}

@Suite struct LetterCaseTests {
  @Test(arguments: [
    ("treaty", LetterCase.lower), ("NATO", .upper), ("I", .capitalised), ("Norway", .capitalised),
    ("McCain", .mixed), ("iPhone", .mixed), ("G7", .digits), ("2024", .digits), ("…", .other),
    ("", .other), ("U.S.", .upper), ("Erdoğan", .capitalised), ("北京", .mixed), ("ΟΔΟΣ", .upper),
    ("n't", .lower), ("O'Neill", .mixed), ("US-led", .mixed),
  ])
  func `a word has a letter case`(word: String, letterCase: LetterCase) {
    #expect(LetterCase(word) == letterCase)
  }
}
