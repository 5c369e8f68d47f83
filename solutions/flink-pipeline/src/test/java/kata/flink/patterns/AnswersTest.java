package kata.flink.patterns;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
