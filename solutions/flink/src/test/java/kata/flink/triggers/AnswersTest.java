package kata.flink.triggers;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
