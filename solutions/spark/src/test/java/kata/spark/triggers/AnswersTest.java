package kata.spark.triggers;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
