package kata.spark.late;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
