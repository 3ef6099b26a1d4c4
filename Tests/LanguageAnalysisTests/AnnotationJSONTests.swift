import ArticleReading
import Foundation
import LanguageAnalysis
import SourceText
import StanceOntology
import Testing

@Suite struct AnnotationJSONTests {
  @Test func `a document is one line with its keys in order`() {
    var document = CoNLLUTests.analysed().document
    document.coreference = [[1..<2, 4..<5]]
    let json = AnnotationJSON().write(document)
    let expected = [
      #"{"document":"a/b.txt","text":"Talks\nKyiv can't\r\n wait.","sentences":["#,
      #"{"start":0,"end":5,"tokens":["#,
      #"{"id":1,"start":0,"end":5,"form":"Talks","lemma":"talk","upos":"NOUN","xpos":"NNS","#,
      #""feats":"Number=Plur","head":0,"deprel":"root"}]},"#,
      #"{"start":6,"end":24,"tokens":["#,
      #"{"id":1,"start":6,"end":10,"form":"Kyiv","lemma":"Kyiv","upos":"PROPN","xpos":"NNP","#,
      #""feats":"Number=Sing","head":4,"deprel":"nsubj"},"#,
      #"{"id":2,"start":11,"end":13,"form":"ca","lemma":"can","upos":"AUX","xpos":"MD","#,
      #""feats":"VerbForm=Fin","head":4,"deprel":"aux"},"#,
      #"{"id":3,"start":13,"end":16,"form":"n't","lemma":"not","upos":"PART","xpos":"RB","#,
      #""feats":null,"head":4,"deprel":"advmod"},"#,
      #"{"id":4,"start":19,"end":23,"form":"wait","lemma":"wait","upos":"VERB","xpos":"VB","#,
      #""feats":"VerbForm=Inf","head":0,"deprel":"root"},"#,
      #"{"id":5,"start":23,"end":24,"form":".","lemma":".","upos":"PUNCT","xpos":".","#,
      #""feats":null,"head":4,"deprel":"punct"}]}],"#,
      #""mentions":[{"start":6,"end":10,"head":[6,10],"type":"location","entity":"country:UA","#,
      #""named":null,"chain":0}],"#,
      #""quotations":[{"kind":"mixed","standing":"statement","source":[6,10],"cue":[11,13],"#,
      #""content":[[19,23]],"speaker":null,"parent":null}],"#,
      #""coreference":[[[6,10],[19,23]]]}"#,
    ].joined()
    #expect(json == expected)
  }

  @Test func `quotation marks, controls and other scripts survive`() throws {
    let text = "\"Да\" \\ \u{0}\u{1F}\u{7F}\u{2028}👍"
    var document = Document(
      article: Article(document: "d\"", path: "d", text: text, textHash: "", blocks: []))
    let (tokens, sentences, _) = Tokenizer().tokenize(document.article)
    document.tokens = tokens
    document.sentences = sentences
    let json = AnnotationJSON().write(document)
    #expect(!json.contains("\n"))
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(object?["text"] as? String == text)
    #expect(object?["document"] as? String == "d\"")
  }

  @Test func `what is missing is null`() throws {
    var document = Document(
      article: Article(document: "d", path: "d", text: "No talks", textHash: "", blocks: []))
    let (tokens, sentences, _) = Tokenizer().tokenize(document.article)
    document.tokens = tokens
    document.sentences = sentences
    document.mentions = [Mention(tokens: 0..<9, head: 8, type: .nominal)]
    let json = AnnotationJSON().write(document)
    #expect(json.contains(#""upos":"X","xpos":null,"feats":null,"head":null,"deprel":null}"#))
    #expect(
      json.contains(
        #"{"start":null,"end":null,"head":null,"type":"nominal","entity":null,"named":null,"#
          + #""chain":null}"#))
  }
}
