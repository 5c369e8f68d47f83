package kata.spark.functions;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
