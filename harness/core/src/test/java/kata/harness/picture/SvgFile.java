package kata.harness.picture;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a picture the way a browser does. */
final class SvgFile {

  /** A text and the room that it takes. */
  record Text(String text, double left, double right, double base, double size) {

    boolean overlaps(Text other) {
      return left < other.right - 1
          && other.left < right - 1
          && Math.abs(base - other.base) < Math.min(size, other.size) - 1;
    }
  }

  private final Document document;

  private SvgFile(Document document) {
    this.document = document;
  }

  /** Reads a picture; fails if it is not well-formed. */
  static SvgFile parse(String svg) {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return new SvgFile(builder.parse(new InputSource(new StringReader(svg))));
    } catch (Exception e) {
      throw new AssertionError("This is not well-formed: " + e.getMessage() + "\n" + svg, e);
    }
  }

  String one(String element) {
    NodeList found = document.getElementsByTagName(element);
    return found.getLength() == 1 ? found.item(0).getTextContent() : "";
  }

  double width() {
    return Double.parseDouble(document.getDocumentElement().getAttribute("width"));
  }

  double height() {
    return Double.parseDouble(document.getDocumentElement().getAttribute("height"));
  }

  List<Text> texts() {
    return elements("text").map(SvgFile::text).filter(it -> !it.text().isEmpty()).toList();
  }

  /** Returns how many elements of a class there are. */
  long count(String style) {
    return elements("*").filter(it -> it.getAttribute("class").equals(style)).count();
  }

  private Stream<Element> elements(String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements.stream();
  }

  private static Text text(Element element) {
    List<String> styles = List.of(element.getAttribute("class").split(" "));
    double size = styles.contains("title") ? 16 : styles.contains("say") ? 14 : 12;
    size = styles.contains("small") ? 11 : styles.contains("tiny") ? 9 : size;
    String text = element.getTextContent();
    double width = Letters.width(text, size);
    double x = Double.parseDouble(element.getAttribute("x"));
    double base = Double.parseDouble(element.getAttribute("y"));
    return switch (element.getAttribute("text-anchor")) {
      case "middle" -> new Text(text, x - width / 2, x + width / 2, base, size);
      case "end" -> new Text(text, x - width, x, base, size);
      default -> new Text(text, x, x + width, base, size);
    };
  }
}
