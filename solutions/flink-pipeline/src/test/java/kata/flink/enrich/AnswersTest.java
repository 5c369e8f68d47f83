package kata.flink.enrich;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
