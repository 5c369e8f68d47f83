package kata.flink.sql;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
