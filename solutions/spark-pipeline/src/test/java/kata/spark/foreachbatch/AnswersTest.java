package kata.spark.foreachbatch;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
