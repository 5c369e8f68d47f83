package kata.flink.source;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
