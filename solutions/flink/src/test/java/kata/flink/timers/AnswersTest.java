package kata.flink.timers;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
