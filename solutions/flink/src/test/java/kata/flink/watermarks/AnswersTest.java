package kata.flink.watermarks;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
