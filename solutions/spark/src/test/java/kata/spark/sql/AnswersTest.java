package kata.spark.sql;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
