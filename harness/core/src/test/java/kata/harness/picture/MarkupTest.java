package kata.harness.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {

  @Test
  void elements_are_nested_and_ended() {
    String xml = new Markup().open("a", "x", 1.25, "y", "<\"&>").leaf("b").text("<&>").done();

    assertThat(xml).isEqualTo("<a x=\"1.3\" y=\"&lt;&quot;&amp;&gt;\"><b/>\n&lt;&amp;&gt;</a>");
  }

  @Test
  void what_xml_cannot_hold_is_replaced() {
    String xml = new Markup().open("a").text("\u0000\u001B\uD800\uFFFF-\uD83D\uDE00").done();

    assertThat(xml).isEqualTo("<a>\uFFFD\uFFFD\uFFFD\uFFFD-\uD83D\uDE00</a>");
  }

  @Test
  void lengths_are_written_in_tenths_without_a_trailing_zero() {
    assertThat(Markup.number(12)).isEqualTo("12");
    assertThat(Markup.number(-0.26)).isEqualTo("-0.3");
    assertThat(Markup.number(-0.01)).isEqualTo("0");
    assertThat(Markup.number(1_234.56)).isEqualTo("1234.6");
  }
}
