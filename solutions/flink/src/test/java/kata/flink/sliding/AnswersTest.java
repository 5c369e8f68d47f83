package kata.flink.sliding;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
