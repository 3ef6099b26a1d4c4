import LanguageAnalysis
import StanceOntology
import Testing

@Suite struct CoreferenceTests {
  private func linked(_ text: String, names: [(Range<Int>, MentionType)]) throws -> Document {
    var document = parsed(text, date: "2025-02-12")
    try Shipped.linker().link(&document, names: names)
    return document
  }

  /// `“We stay,” Emmanuel Macron said. “I hope so,” he added.`
  private let dialogue = """
    “|PUNCT|``|3|punct ~We|PRON|PRP|3|nsubj stay|VERB|VBP|8|ccomp ~,|PUNCT|,|8|punct ~”|PUNCT|''|8|punct \
    Emmanuel|PROPN|NNP|8|nsubj Macron|PROPN|NNP|6|flat said|VERB|VBD|0|root|say ~.|PUNCT|.|8|punct
    “|PUNCT|``|3|punct ~I|PRON|PRP|3|nsubj hope|VERB|VBP|8|ccomp so|ADV|RB|3|advmod ~,|PUNCT|,|8|punct \
    ~”|PUNCT|''|8|punct he|PRON|PRP|8|nsubj added|VERB|VBD|0|root|add ~.|PUNCT|.|8|punct
    """

  @Test func `the one who adds is the one who spoke; I is he, and we his country`() throws {
    let document = try linked(dialogue, names: [(5..<7, .person)])
    #expect(document.entity(of: "he") == "person:emmanuel-macron")
    #expect(document.entity(of: "I") == "person:emmanuel-macron")
    #expect(document.entity(of: "We") == "country:FR")
    #expect(
      document.quotations.map { $0.speaker?.description }
        == Array(
          repeating: "person:emmanuel-macron", count: 2))
  }

  @Test func `a pronoun of the other gender is nobody rather than the last speaker`() throws {
    let document = try linked(
      dialogue.replacing("he|PRON", with: "she|PRON"), names: [(5..<7, .person)])
    #expect(document.entity(of: "she") == nil)
  }

  @Test func `its is the subject of its own clause`() throws {
    let document = try linked(
      """
      Russia|PROPN|NNP|2|nsubj expressed|VERB|VBD|0|root|express its|PRON|PRP$|4|nmod:poss opposition|NOUN|NN|2|obj \
      to|ADP|IN|6|case NATO|PROPN|NNP|4|nmod
      """, names: [])
    #expect(document.entity(of: "its") == "country:RU")
  }

  @Test func `two men before a pronoun, neither its subject: it stays open`() throws {
    let document = try linked(
      """
      Talks|NOUN|NNS|8|nsubj|talk with|ADP|IN|3|case Putin|PROPN|NNP|1|nmod and|CCONJ|CC|6|cc with|ADP|IN|6|case \
      Macron|PROPN|NNP|3|conj have|AUX|VBP|8|aux failed|VERB|VBN|0|root|fail
      Critics|NOUN|NNS|2|nsubj|critic praised|VERB|VBD|0|root|praise him|PRON|PRP|2|obj
      """, names: [(2..<3, .person), (5..<6, .person)])
    #expect(document.entity(of: "him") == nil)
  }

  @Test func `an empty it refers to nothing`() throws {
    let document = try linked(
      """
      Russia|PROPN|NNP|2|nsubj left|VERB|VBD|0|root|leave
      It|PRON|PRP|3|expl is|AUX|VBZ|3|cop|be clear|ADJ|JJ|0|root that|SCONJ|IN|6|mark talks|NOUN|NNS|6|nsubj|talk failed|VERB|VBD|3|csubj|fail
      """, names: [])
    #expect(document.entity(of: "It") == nil)
  }

  @Test func `the country is not the one that its own clause names beside it`() throws {
    let document = try linked(
      """
      Ukraine|PROPN|NNP|2|nsubj protested|VERB|VBD|0|root|protest
      Trump|PROPN|NNP|2|nsubj hinted|VERB|VBD|0|root|hint the|DET|DT|4|det country|NOUN|NN|7|nsubj may|AUX|MD|7|aux \
      be|AUX|VB|7|cop Russian|ADJ|JJ|2|ccomp
      """, names: [(2..<3, .person)])
    #expect(document.entity(of: "country") == "country:UA")
  }

  @Test func `the object of a clause is not the subject that is understood in it`() throws {
    let document = try linked(
      """
      France|PROPN|NNP|2|nsubj left|VERB|VBD|0|root|leave to|PART|TO|4|mark stop|VERB|VB|2|advcl \
      it|PRON|PRP|4|obj
      """, names: [])
    #expect(document.entity(of: "it") == nil)
  }

  @Test func `a government with a pronoun before it is that person's country`() throws {
    let document = try linked(
      """
      Emmanuel|PROPN|NNP|3|nsubj Macron|PROPN|NNP|1|flat praised|VERB|VBD|0|root|praise his|PRON|PRP$|5|nmod:poss \
      government|NOUN|NN|3|obj
      """, names: [(0..<2, .person)])
    #expect(document.entity(of: "government") == "country:FR")
  }

  @Test func `the subject of a reported clause may be the one who reports`() throws {
    let document = try linked(
      """
      Russia|PROPN|NNP|2|nsubj says|VERB|VBZ|0|root|say it|PRON|PRP|5|nsubj has|AUX|VBZ|5|aux|have won|VERB|VBN|2|ccomp|win
      """, names: [])
    #expect(document.entity(of: "it") == "country:RU")
  }

  @Test func `the region is the last one named`() throws {
    let document = try linked(
      """
      Russia|PROPN|NNP|2|nsubj annexed|VERB|VBD|0|root|annex Crimea|PROPN|NNP|2|obj
      The|DET|DT|2|det region|NOUN|NN|3|nsubj waited|VERB|VBD|0|root|wait
      """, names: [])
    #expect(document.entity(of: "region") == "region:crimea")
  }

  @Test func `a body's short form is the one named so before`() throws {
    let document = try linked(
      """
      Norland|PROPN|NNP|3|compound Peace|PROPN|NNP|3|compound University|PROPN|NNP|4|nsubj opened|VERB|VBD|0|root|open
      The|DET|DT|2|det university|NOUN|NN|3|nsubj waited|VERB|VBD|0|root|wait
      """, names: [(0..<3, .organization)])
    #expect(document.entity(of: "university") == "organization:norland-peace-university")
  }

  @Test func `a country's own army acts for it, also behind a pronoun`() throws {
    let document = try linked(
      """
      France|PROPN|NNP|2|nsubj praised|VERB|VBD|0|root|praise its|PRON|PRP$|4|nmod:poss army|NOUN|NN|2|obj
      """, names: [])
    #expect(document.entity(of: "army") == "country:FR")
  }

  @Test func `our country is the speaker's`() throws {
    let document = try linked(
      """
      “|PUNCT|``|4|punct ~Our|PRON|PRP$|3|nmod:poss country|NOUN|NN|4|nsubj waits|VERB|VBZ|7|ccomp|wait ~,|PUNCT|,|7|punct \
      ~”|PUNCT|''|7|punct said|VERB|VBD|0|root|say Emmanuel|PROPN|NNP|7|nsubj Macron|PROPN|NNP|8|flat
      """, names: [(7..<9, .person)])
    #expect(document.entity(of: "country") == "country:FR")
  }

  @Test(arguments: ["signed|VERB|VBD|0|root|sign", "called|VERB|VBD|0|root|call"])
  func `what is signed or called a thing is nobody who acts`(verb: String) throws {
    let document = try linked(
      """
      NATO|PROPN|NNP|2|nsubj spoke|VERB|VBD|0|root|speak
      Moscow|PROPN|NNP|2|nsubj \(verb) it|PRON|PRP|2|obj a|DET|DT|5|det farce|NOUN|NN|2|xcomp
      """, names: [(0..<1, .organization)])
    #expect(document.entity(of: "it") == nil)
  }

  @Test func `the words of a labelled turn are the speaker's, and we his country`() throws {
    let document = try linked(
      """
      EMMANUEL|PROPN|NNP|0|root MACRON|PROPN|NNP|1|flat ~:|PUNCT|:|1|punct
      We|PRON|PRP|2|nsubj stay|VERB|VBP|0|root ~.|PUNCT|.|2|punct

      QUESTION|NOUN|NN|0|root|question ~:|PUNCT|:|1|punct
      Why|ADV|WRB|0|root ~?|PUNCT|.|1|punct

      EMMANUEL|PROPN|NNP|0|root MACRON|PROPN|NNP|1|flat ~:|PUNCT|:|1|punct
      I|PRON|PRP|2|nsubj agree|VERB|VBP|0|root ~.|PUNCT|.|2|punct
      """, names: [(0..<2, .person), (10..<12, .person)])
    #expect(
      document.quotations.map { $0.speaker?.description }
        == ["person:emmanuel-macron", "person:emmanuel-macron"])
    #expect(document.entity(of: "We") == "country:FR")
    #expect(document.entity(of: "I") == "person:emmanuel-macron")
  }
}
