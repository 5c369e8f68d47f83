package kata.flink.topostgres;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
