package kata.spark.watermarks;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
