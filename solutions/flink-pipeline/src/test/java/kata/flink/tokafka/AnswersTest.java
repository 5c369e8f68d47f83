package kata.flink.tokafka;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
