import EncoderTensors
import SourceText
import Testing

@testable import LanguageAnalysis

@Suite struct EncoderTests {
  let encoder: Encoder

  init() throws { encoder = try shippedEncoder() }

  /// Some sentences of news, and what breaks.
  let sentences = [
    "The government of Norway said on Monday that it would not support the new treaty .",
    "“ No ! ”",
    "Officials in Kyiv rejected Moscow ’s claim , and the E.U. called for talks .",
    "\u{200B}", "🇺🇦 ☃ 北京 서울 ΟΔΟΣ",
  ].map { $0.split(separator: " ").map(String.init) }

  @Test func `the dump was made with these weights`() throws {
    #expect(
      try Dump.read().weights == encoder.file.checksum,
      "run training/dump.py after training/export.py")
  }

  @Test func `pieces and letter cases are those of the training code`() throws {
    for sentence in try Dump.read().sentences {
      for (i, word) in sentence.words.enumerated() {
        #expect(encoder.wordPiece.pieces(word) == sentence.pieces[i], "\(word)")
        #expect(LetterCase(word).rawValue == sentence.cases[i], "\(word)")
      }
    }
  }

  @Test func `every head says what the training code says, quantised and in floats`() throws {
    var quantised: [String: Float] = [:]
    var floats: [String: Float] = [:]
    for sentence in try Dump.read().sentences {
      let n = sentence.words.count
      let scores = encoder.scores(of: sentence.words, heads: sentence.heads)
      let labels = encoder.labels
      var rows: [String: [[Float]]] = [:]
      func split(_ values: [Float], _ width: Int, _ range: Range<Int>) -> [[Float]] {
        (0..<n).map {
          Array(values[($0 * width + range.lowerBound)..<($0 * width + range.upperBound)])
        }
      }
      for (kind, range) in [
        ("upos", labels.uposRange), ("xpos", labels.xposRange), ("feats", labels.featuresRange),
        ("lemma", labels.scriptsRange), ("names", labels.namesRange),
      ] { rows[kind] = split(scores.tags, encoder.tags.outputs, range) }
      rows["arcs"] = split(scores.arcs, n + 1, 0..<(n + 1))
      rows["views"] = split(
        scores.views, AntecedentScorer.Views.width, 0..<AntecedentScorer.Views.width)
      let relations = labels.relations.count
      rows["relations"] = split(scores.relations, relations, 0..<relations)

      func compare(_ expected: [String: [[Float]]], _ largest: inout [String: Float]) throws {
        for (kind, theirs) in expected {
          let ours = try #require(rows[kind])
          try #require(ours.count == theirs.count)
          for (our, their) in zip(ours, theirs) {
            try #require(our.count >= their.count)
            for (a, b) in zip(our, their) { largest[kind] = max(largest[kind] ?? 0, abs(a - b)) }
          }
        }
      }
      try compare(sentence.scores, &quantised)
      try compare(sentence.floats, &floats)
    }
    func table(_ largest: [String: Float]) -> String {
      largest.sorted { $0.key < $1.key }.map { "\($0) \($1)" }.joined(separator: ", ")
    }
    print("largest difference from the quantised simulation: \(table(quantised))")
    print("largest difference from the floats: \(table(floats))")
    // The file has three decimals; beyond them the simulation is equal to the last bit.
    for (kind, difference) in quantised { #expect(difference < 0.00051, "\(kind)") }
  }

  @Test func `noun phrases and their antecedents are those of the training code`() throws {
    let dumped = try Dump.read().document
    let document = dumped.parsed
    let tree = SyntaxTree(document)
    var tokens = document.tokens
    let views = encoder.analyse(&tokens, document.sentences).views
    let ranker = AntecedentRanker(tree: tree, sentences: document.sentences, views: views)
    try #require(ranker.phrases.count == dumped.phrases.count)
    for (index, expected) in dumped.phrases.enumerated() {
      let phrase = ranker.phrases[index]
      let first = document.sentences[phrase.sentence].tokens.lowerBound
      #expect(phrase.sentence == expected.sentence)
      #expect(
        [phrase.phrase.tokens.lowerBound - first, phrase.phrase.tokens.upperBound - first]
          == expected.tokens)
      #expect(phrase.phrase.word - first == expected.word)
      let antecedents = ranker.candidates(of: index)
      #expect(antecedents.map(\.phrase) == expected.antecedents.map { Int($0[0]) })
      for (antecedent, row) in zip(antecedents, expected.antecedents) {
        #expect(abs(antecedent.score - row[1]) < 0.002, "\(index) with \(antecedent.phrase)")
      }
    }
  }

  @Test func `plain loops give the same analysis, bit for bit`() throws {
    let plain = try Encoder(
      weights: repository + "/Sources/LanguageAnalysis/Resources/encoder.sgw", arithmetic: .plain)
    for sentence in sentences {
      let heads = Array(repeating: 0, count: sentence.count)
      let a = encoder.scores(of: sentence, heads: heads)
      let b = plain.scores(of: sentence, heads: heads)
      #expect(a.tags.map(\.bitPattern) == b.tags.map(\.bitPattern))
      #expect(a.arcs.map(\.bitPattern) == b.arcs.map(\.bitPattern))
      #expect(a.relations.map(\.bitPattern) == b.relations.map(\.bitPattern))
    }
  }

  @Test func `a sentence's analysis does not depend on its neighbours`() throws {
    let many = Array(repeating: sentences, count: 30).flatMap { $0 }
    let together = encoder.encode(many, vectors: true)
    #expect(together.count == many.count)
    for (i, sentence) in sentences.enumerated() {
      let alone = encoder.encode([sentence], vectors: true)[0]
      for j in stride(from: i, to: many.count, by: sentences.count) {
        #expect(together[j].vectors == alone.vectors)
        #expect(together[j].heads == alone.heads)
        #expect(together[j].relations == alone.relations)
        #expect(together[j].lemmas == alone.lemmas)
        #expect(together[j].names == alone.names)
      }
    }
  }

  @Test func `threads give the same as one`() async {
    let many = Array(repeating: sentences, count: 8).flatMap { $0 }
    let expected = encoder.encode(many).map(\.heads)
    await withTaskGroup(of: [[Int]].self) { group in
      for _ in 0..<4 { group.addTask { encoder.encode(many).map(\.heads) } }
      for await heads in group { #expect(heads == expected) }
    }
  }

  @Test(arguments: [0, 1, 507, 509, 1_200])
  func `a sentence of any length gets all columns and one root`(count: Int) {
    let words = (0..<count).map { $0 % 3 == 0 ? "the" : $0 % 3 == 1 ? "treaty" : "," }
    let output = encoder.encode([words], vectors: true)[0]
    for column in [
      output.upos.count, output.xpos.count, output.features.count, output.lemmas.count,
      output.heads.count, output.relations.count, output.vectors.count / WordVectors.width,
    ] { #expect(column == count) }
    #expect(output.heads.filter { $0 == 0 }.count == min(1, count))
    for (head, relation) in zip(output.heads, output.relations) {
      #expect((head == 0) == (relation == "root"))
      #expect(head >= 0 && head <= count)
    }
  }

  @Test func `words of many bytes are no trouble`() {
    let words = [
      String(repeating: "a", count: 100_000), String(repeating: "-", count: 5_000), "", "\u{0}",
      String(repeating: "é", count: 101),
    ]
    let output = encoder.encode([words])[0]
    #expect(output.lemmas.count == words.count)
    #expect(words.map { encoder.wordPiece.pieces($0).count }.allSatisfy { (1...24).contains($0) })
  }

  @Test func `the columns of a document's tokens are filled, heads by token`() {
    var tokens = Tokens()
    var ranges: [Sentence] = []
    for sentence in sentences.prefix(3) {
      let first = tokens.forms.count
      tokens.forms += sentence
      tokens.spans += sentence.map { _ in TextSpan(0, 0) }
      ranges.append(
        Sentence(
          tokens: first..<tokens.forms.count, span: TextSpan(0, 0), beginsBlock: false,
          isHeading: false))
    }
    let names = encoder.analyse(&tokens, ranges).names
    let count = tokens.forms.count
    for column in [
      tokens.lemmas.count, tokens.upos.count, tokens.xpos.count, tokens.features.count,
      tokens.heads.count, tokens.relations.count,
    ] { #expect(column == count) }
    for sentence in ranges {
      let roots = sentence.tokens.filter { tokens.heads[$0] == -1 }
      #expect(roots.count == 1)
      for token in sentence.tokens where tokens.heads[token] != -1 {
        #expect(sentence.tokens.contains(tokens.heads[token]))
      }
    }
    let found = names.map { tokens.forms[$0.words].joined(separator: " ") }
    #expect(found.contains("Norway") && found.contains("Kyiv"))
    #expect(tokens.lemmas[4] == "say")
  }
}
