package kata.flink.lab;

import static org.apache.flink.types.PojoTestUtils.assertSerializedAsPojoWithoutKryo;
import static org.assertj.core.api.Assertions.assertThatCode;

import kata.datasets.ClickEvent;
import kata.datasets.PageCount;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kryo is slow, and what it writes into state cannot be read by the next release. */
class SerializationTest {

  @ParameterizedTest
  @ValueSource(classes = {ClickEvent.class, PageCount.class})
  void flink_knows_every_field(Class<?> type) {
    assertThatCode(() -> assertSerializedAsPojoWithoutKryo(type)).doesNotThrowAnyException();
  }
}
