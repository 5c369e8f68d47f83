package kata.flink.late;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
