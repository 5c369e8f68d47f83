package kata.harness.picture;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes SVG and HTML that are well-formed by construction, byte for byte the same every time.
 * Whatever a learner puts into a string is escaped, and what XML cannot hold becomes U+FFFD.
 */
final class Markup {

  // Not newInstance(): another StAX library on the class path would write other bytes.
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter xml;

  Markup() {
    try {
      this.xml = FACTORY.createXMLStreamWriter(out);
    } catch (XMLStreamException e) {
      throw cannotHappen(e);
    }
  }

  /** Starts an element; its attributes are given as name, value, name, value. */
  Markup open(String element, Object... attributes) {
    try {
      xml.writeStartElement(element);
      writeAttributes(attributes);
      return this;
    } catch (XMLStreamException e) {
      throw cannotHappen(e);
    }
  }

  private void writeAttributes(Object... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute((String) attributes[i], value(attributes[i + 1]));
    }
  }

  /** Says that a page of HTML follows. */
  Markup html() {
    try {
      xml.writeDTD("<!DOCTYPE html>\n");
      return this;
    } catch (XMLStreamException e) {
      throw cannotHappen(e);
    }
  }

  /** Writes text into the current element. */
  Markup text(String text) {
    try {
      xml.writeCharacters(valid(text));
      return this;
    } catch (XMLStreamException e) {
      throw cannotHappen(e);
    }
  }

  /** Ends the current element, and the line. */
  Markup close() {
    try {
      xml.writeEndElement();
      xml.writeCharacters("\n");
      return this;
    } catch (XMLStreamException e) {
      throw cannotHappen(e);
    }
  }

  /** Writes an element without content. */
  Markup leaf(String element, Object... attributes) {
    try {
      xml.writeEmptyElement(element);
      writeAttributes(attributes);
      xml.writeCharacters("\n");
      return this;
    } catch (XMLStreamException e) {
      throw cannotHappen(e);
    }
  }

  /** Writes an element that holds nothing but text. */
  Markup leafText(String element, String text, Object... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** Ends all elements and returns what was written. */
  String done() {
    try {
      xml.writeEndDocument();
      xml.flush();
      return out.toString();
    } catch (XMLStreamException e) {
      throw cannotHappen(e);
    }
  }

  /** Writes a length in tenths of a pixel, in every locale alike. */
  static String number(double length) {
    long tenths = Math.round(length * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }

  private static String value(Object value) {
    return value instanceof Number number ? number(number.doubleValue()) : valid(value.toString());
  }

  private static String valid(String text) {
    StringBuilder valid = new StringBuilder(text.length());
    text.codePoints().forEach(it -> valid.appendCodePoint(isXml(it) ? it : 0xFFFD));
    return valid.toString();
  }

  private static boolean isXml(int character) {
    return character == '\n'
        || character == '\t'
        || character >= 0x20 && character <= 0xD7FF
        || character >= 0xE000 && character <= 0xFFFD
        || character >= 0x10000;
  }

  private static IllegalStateException cannotHappen(XMLStreamException e) {
    return new IllegalStateException("Writing to a string does not fail", e);
  }
}
