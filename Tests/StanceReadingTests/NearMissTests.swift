import StanceGraphKit
import StanceModel
import StanceOntology
import Testing

/// Sentences that invite a reading which they do not state.
@Suite struct NearMissTests {
  @Test(arguments: [
    ("Putin accused the United States of supporting Hamas.", "support organization:hamas"),
    ("Macron praised Merkel for opposing the war in Iraq.", "oppose issue:military-action"),
    ("Turkey denied supporting Hamas.", "organization:hamas"),
    ("There is no evidence that Iran supported the attack on Israel.", "country:IR support"),
    ("Trump declined to say whether he supported Ukraine.", "country:UA"),
    ("Germany and France, but not Italy, backed the resolution.", "country:IT"),
    ("Biden vetoed the bill to ban the company.", "support"),
    ("Pakistan used to support Hamas.", "country:PK"),
    ("Bulgaria pretended to support the sanctions on Russia.", "country:BG"),
    ("Neither France nor Germany supports the plan.", "support"),
    ("Macron is under pressure to support the deal.", "person:emmanuel-macron"),
    ("Mexico dropped its opposition to the plan.", "country:MX"),
    ("Macron ordered lunch.", "person:emmanuel-macron"),
    ("Peru withdrew its support for Bolivia.", "support"),
    ("Estonia neither supports nor opposes the plan.", "country:EE"),
    ("Spain refused to condemn the attack on Israel.", "support"),
    ("The Hungarian leader called the plan reckless.", "person:"),
    ("Norway is not to join NATO.", "support"),
    ("Germany is yet to ratify the treaty.", "country:DE"),
    ("The ministry of Kenya said 200 families had to leave the city.", "country:KE"),
    ("Not just Norwegian officials support the treaty.", "oppose"),
    ("No fewer than ten states support the treaty.", "oppose"),
    ("Talks would begin only after Iran accepts the deal, France said.", "country:IR support"),
    ("Keir Starmer spoke. His former party opposes the treaty.", "organization:"),
    ("The goal of Norway is a distant dream, said the minister of Sweden.", "country:NO"),
    ("Kenya insisted that troops withdraw every winter.", "country:KE"),
    ("France is not against the plan.", "oppose"),
    ("China and Russia have opposed the mission, arguing that there is no peace.", "support"),
    ("He acted not only because Moscow adopted a similar law.", "oppose"),
    ("Ghana and Peru fought for five days.", "day"),
    ("Peru declined to comment.", "country:PE"),
  ])
  func `what a sentence does not state is not read`(sentence: String, wrong: String) throws {
    let read = try statements(in: sentence).map {
      "\($0.holder) \($0.polarity.rawValue) \($0.target.id)"
    }
    #expect(!read.contains { $0.contains(wrong) }, "read \(read)")
  }

  @Test(arguments: [
    (
      "Britain refused to rule out military action against Iran.",
      "country:GB support issue:military-action"
    ),
    (
      "Haiti's transitional council supports the mission.", "country:HT support proposition:mission"
    ),
    ("The government in Kyiv rejected the plan.", "country:UA oppose proposition:plan"),
    (
      "Belgium pressed for talks. Britain said it would pause aid to Rwanda.",
      "country:GB oppose issue:aid"
    ),
    ("Kenya insisted that Sudan accept the ceasefire.", "country:KE support issue:ceasefire"),
    ("There will be no talks with Russia, Poland said.", "country:PL oppose issue:negotiation"),
    (
      "Jordan opposes the free-trade agreement with Israel.",
      "country:JO oppose issue:trade-agreement"
    ),
    ("The island's rulers left. Chad opted out of the pact.", "country:TD oppose proposition:pact"),
  ])
  func `what a sentence states is read`(sentence: String, right: String) throws {
    let read = try statements(in: sentence).map {
      "\($0.holder) \($0.polarity.rawValue) \($0.target.id)"
    }
    #expect(read.contains { $0.hasPrefix(right) }, "read \(read)")
  }

  @Test func `a leader is the one that the text has named`() throws {
    let read = try statements(
      in: "Benjamin Netanyahu spoke on Monday. The Israeli leader condemned the ruling.")
    #expect(read.map(\.holder.description) == ["person:benjamin-netanyahu"])
  }

  @Test func `the members of a list are no parts of each other`() throws {
    let text =
      "Russia says it annexed four regions of Ukraine – Donetsk, Kherson, Luhansk and "
      + "Zaporizhzhia – in 2022, although it does not hold all of their territory."
    let parts = try read(text).relations.filter { $0.predicate == "part-of" }
    #expect(parts.allSatisfy { $0.object.kind == .country }, "read \(parts)")
  }
}
