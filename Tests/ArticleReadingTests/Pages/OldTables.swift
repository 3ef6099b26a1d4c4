import ArticleReading

extension SamplePage {
  /// A page of the nineties: tables for layout, `font`, no end tags, paragraphs parted by `br`,
  /// Latin-1 declared.
  static let oldTables = SamplePage(
    name: "old tables",
    html: """
      <HTML><HEAD><TITLE>Quito and Lima sign peace accord</TITLE>
      <META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1"></HEAD>
      <BODY BGCOLOR=#FFFFFF><TABLE WIDTH=100%><TR><TD COLSPAN=2><FONT SIZE=5><B>Daily Sierra</B></FONT>
      <TR><TD WIDTH=120 VALIGN=TOP><A HREF=index.html>Front page</A><BR><A HREF=sport.html>Sport</A><BR><A HREF=mail.html>Write to us</A>
      <TD VALIGN=TOP><H2>Quito and Lima sign peace accord</H2>
      <FONT SIZE=-1>October 26, 1998</FONT><BR><BR>
      BRASÍLIA - Ecuador and Peru have signed an accord that ends their dispute over the Cordillera.
      <BR><BR>
      President Fujimori praised the accord. "This is a peace that will last," he said, and the crowd
      cheered.<BR><BR>Critics in Guayaquil said that Ecuador had given up too much.
      <P>The United States and three other countries will watch over the border.
      <TABLE BORDER=1><TR><TD>Length<TD>78 km<TR><TD>Posts<TD>16</TABLE>
      </TABLE><HR><CENTER>Copyright 1998 Daily Sierra</CENTER></BODY></HTML>
      """,
    blocks: [
      "title: Quito and Lima sign peace accord",
      "paragraph: BRASÍLIA - Ecuador and Peru have signed an accord that ends their dispute over the Cordillera.",
      "paragraph: President Fujimori praised the accord. \"This is a peace that will last,\" he said, and the crowd cheered.",
      "paragraph: Critics in Guayaquil said that Ecuador had given up too much.",
      "paragraph: The United States and three other countries will watch over the border.",
    ],
    metadata: ArticleMetadata(title: "Quito and Lima sign peace accord", date: "1998-10-26"))
}
