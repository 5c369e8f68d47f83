package kata.spark.sliding;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
