package kata.spark.tominio;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
