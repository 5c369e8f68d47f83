package kata.flink.tumbling;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
