import StanceOntology
import Testing

@testable import LanguageAnalysis

@Suite struct NamesTests {
  private func linked(
    _ text: String, date: String? = "2025-02-12", names: [(Range<Int>, MentionType)] = []
  ) throws -> Document {
    var document = parsed(text, date: date)
    try Shipped.linker().link(&document, names: names)
    return document
  }

  @Test func `a surname after the full name is the same person, known or not`() throws {
    let document = try linked(
      """
      Vladimir|PROPN|NNP|3|nsubj Putin|PROPN|NNP|1|flat met|VERB|VBD|0|root|meet Jana|PROPN|NNP|3|obj Dohl|PROPN|NNP|4|flat
      Dohl|PROPN|NNP|2|nsubj thanked|VERB|VBD|0|root|thank Putin|PROPN|NNP|2|obj
      """, names: [(0..<2, .person), (3..<5, .person), (5..<6, .person), (7..<8, .person)])
    #expect(document.entity(of: "Jana") == "person:jana-dohl")
    #expect(document.entity(of: "Dohl", from: 5) == "person:jana-dohl")
    #expect(document.entity(of: "Putin", from: 5) == "person:vladimir-putin")
    #expect(document.chains.count == 2)
  }

  @Test func `a seat of power is its country where it acts, a place where somebody is there`()
    throws
  {
    let document = try linked(
      """
      Moscow|PROPN|NNP|2|nsubj rejected|VERB|VBD|0|root|reject the|DET|DT|4|det plan|NOUN|NN|2|obj
      They|PRON|PRP|2|nsubj met|VERB|VBD|0|root|meet in|ADP|IN|4|case Kyiv|PROPN|NNP|2|obl
      """)
    #expect(document.entity(of: "Moscow") == "country:RU")
    #expect(document.entity(of: "Kyiv") == nil)
  }

  @Test func `officials and governments with a country beside them are the country`() throws {
    let document = try linked(
      """
      Turkish|ADJ|JJ|2|amod officials|NOUN|NNS|3|nsubj|official met|VERB|VBD|0|root|meet the|DET|DT|6|det \
      Greek|ADJ|JJ|6|amod government|NOUN|NN|3|obj
      """)
    #expect(document.entity(of: "officials") == "country:TR")
    #expect(document.entity(of: "government") == "country:GR")
  }

  @Test func `an office without a name is its holder on the article's date`() throws {
    let text = """
      The|DET|DT|3|det US|PROPN|NNP|3|compound president|NOUN|NN|4|nsubj left|VERB|VBD|0|root|leave
      """
    #expect(try linked(text, date: "2025-02-12").entity(of: "president") == "person:donald-trump")
    #expect(try linked(text, date: "2022-06-01").entity(of: "president") == "person:joe-biden")
    #expect(try linked(text, date: nil).entity(of: "president") == "country:US")
  }

  @Test func `people without a name are a group`() throws {
    let document = try linked(
      """
      Critics|NOUN|NNS|2|nsubj|critic said|VERB|VBD|0|root|say a|DET|DT|4|det resident|NOUN|NN|5|nsubj left|VERB|VBD|2|ccomp|leave
      """)
    #expect(document.entity(of: "Critics") == "group:critics")
    #expect(document.entity(of: "resident") == "group:residents")
  }

  @Test func `an acronym in brackets names the organisation from then on`() throws {
    let document = try linked(
      """
      The|DET|DT|4|det Norland|PROPN|NNP|4|compound Peace|PROPN|NNP|4|compound Forum|PROPN|NNP|8|nsubj (|PUNCT|-LRB-|6|punct \
      ~NPF|PROPN|NNP|4|appos ~)|PUNCT|-RRB-|6|punct met|VERB|VBD|0|root|meet
      NPF|PROPN|NNP|2|nsubj left|VERB|VBD|0|root|leave
      """, names: [(1..<4, .organization), (5..<6, .organization), (8..<9, .organization)])
    #expect(document.entity(of: "NPF", from: 8) == "organization:norland-peace-forum")
  }

  @Test func `a longer form of a known name is the same person`() throws {
    let document = try linked(
      """
      Vladimir|PROPN|NNP|4|nsubj Vladimirovich|PROPN|NNP|1|flat Putin|PROPN|NNP|1|flat left|VERB|VBD|0|root|leave
      """, names: [(0..<3, .person)])
    #expect(document.entity(of: "Vladimir") == "person:vladimir-putin")
  }

  @Test func `a ministry acts for its country and keeps its own name`() throws {
    let document = try linked(
      """
      Hungary|PROPN|NNP|2|nsubj waited|VERB|VBD|0|root|wait
      The|DET|DT|2|det Ministry|PROPN|NNP|5|nsubj of|ADP|IN|4|case Defence|PROPN|NNP|2|nmod left|VERB|VBD|0|root|leave
      """, names: [(0..<1, .location), (3..<6, .organization)])
    let ministry = try #require(document.mentions.first { $0.head == 3 })
    #expect(ministry.entity?.description == "country:HU")
    #expect(ministry.named == "organization:hu-mod")
  }

  @Test(arguments: [
    ("Hungary", "Parliament", "organization:hungarian-parliament"),
    ("Hungary", "Senate", nil), ("Philippine", "Congress", "organization:philippine-parliament"),
  ])
  func `a parliament without a country is that of the country the document speaks of`(
    country: String, body: String, id: String?
  ) throws {
    let document = try linked(
      """
      \(country)|PROPN|NNP|2|compound voters|NOUN|NNS|3|nsubj|voter waited|VERB|VBD|0|root|wait
      The|DET|DT|2|det \(body)|PROPN|NNP|3|nsubj left|VERB|VBD|0|root|leave
      """, names: [(0..<1, .location)])
    let known = document.mentions.first { $0.head == 4 }?.entity
    #expect(
      known.map(\.description) == id ?? known.map { _ in "organization:\(body.lowercased())" })
  }

  @Test func `a body that has its country in its own name is itself`() throws {
    let document = try linked(
      """
      Korean|ADJ|JJ|4|amod Central|PROPN|NNP|4|compound News|PROPN|NNP|4|compound Agency|PROPN|NNP|5|nsubj \
      left|VERB|VBD|0|root|leave
      """, names: [(0..<4, .organization)])
    #expect(document.entity(of: "Agency") == "organization:KCNA")
  }

  @Test func `a city that is only a place has its own id`() throws {
    let document = try linked(
      """
      They|PRON|PRP|2|nsubj met|VERB|VBD|0|root|meet in|ADP|IN|4|case Paris|PROPN|NNP|2|obl
      """)
    let city = try #require(document.mentions.first { $0.head == 3 })
    #expect(city.entity == nil)
    #expect(city.named == "city:paris-fr")
  }

  @Test(arguments: ["in May|PROPN|NNP", "since May|PROPN|NNP"])
  func `a month is nobody's name`(phrase: String) throws {
    let preposition = phrase.split(separator: " ")[0]
    let document = try linked(
      """
      They|PRON|PRP|2|nsubj left|VERB|VBD|0|root|leave \(preposition)|ADP|IN|4|case May|PROPN|NNP|2|obl
      """)
    #expect(document.entity(of: "May") == nil)
  }

  @Test func `the North is the country named so beside it`() throws {
    let document = try linked(
      """
      North|PROPN|NNP|2|compound Korea|PROPN|NNP|3|nsubj left|VERB|VBD|0|root|leave
      The|DET|DT|2|det North|PROPN|NNP|3|nsubj waited|VERB|VBD|0|root|wait
      """, names: [(0..<2, .location), (4..<5, .location)])
    #expect(document.entity(of: "North", from: 4) == "country:KP")
  }

  @Test(arguments: [
    (["José", "Núñez"], "jose-nunez"), (["Kim", "Jong", "-", "un"], "kim-jong-un"),
    (["U.S.", "Steel", "'s"], "us-steel"), (["Łukasz", "Groß"], "lukasz-gross"), (["’"], ""),
  ])
  func `the key of an unknown name is its letters without diacritics`(words: [String], key: String)
  {
    #expect(nameKey(words) == key)
  }

  @Test(arguments: [("ECOWAS", "organization:ECOWAS"), ("Brussels", "organization:EU")])
  func `the bloc is the union that the article names`(name: String, entity: String) throws {
    let document = try linked(
      """
      \(name)|PROPN|NNP|2|nsubj met|VERB|VBD|0|root|meet
      The|DET|DT|2|det bloc|NOUN|NN|3|nsubj agreed|VERB|VBD|0|root|agree
      """)
    #expect(document.entity(of: "bloc", from: 2) == entity)
  }

  @Test func `the Congress of an article about another country is not the American one`() throws {
    let document = try linked(
      """
      India|PROPN|NNP|2|nsubj voted|VERB|VBD|0|root|vote
      India|PROPN|NNP|2|nsubj waits|VERB|VBZ|0|root|wait
      The|DET|DT|2|det Congress|PROPN|NNP|3|nsubj objected|VERB|VBD|0|root|object
      """, names: [(5..<6, .organization)])
    #expect(document.entity(of: "Congress") == "organization:indian-national-congress")
  }

  @Test func `a capital that is lukewarm is its country`() throws {
    let document = try linked(
      """
      Paris|PROPN|NNP|3|nsubj is|AUX|VBZ|3|cop|be lukewarm|ADJ|JJ|0|root
      """)
    #expect(document.entity(of: "Paris") == "country:FR")
  }
}
